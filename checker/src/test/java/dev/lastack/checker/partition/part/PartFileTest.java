package dev.lastack.checker.partition.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.MemoryStorage;
import java.io.IOException;
import net.jqwik.api.Example;

class PartFileTest {

    private final MemoryStorage storage = new MemoryStorage();

    private Part write(String name, long state) {
        try (PartWriter writer = new PartWriter(storage, name, 1)) {
            writer.append(new long[] {state}, 1, new byte[0]);
            return writer.finish(0, 0);
        }
    }

    @Example
    void aWholePartOfAnotherSearchIsRefusedEvenIfItIsAsLong() throws IOException {
        Part own = write("own", 5);
        Part other = write("other", 6);
        assertThat(other.length()).isEqualTo(own.length());
        new PartFile(storage, own, 1).close();
        storage.put("own", storage.get("other").orElseThrow());
        assertThatThrownBy(() -> new PartFile(storage, own, 1))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessage(storage.locate("own") + ": is a part of another search");
    }
}
