package dev.lastack.checker.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Property(tries = 50)
    void everyBlockIsHandedOutOnce(
            @ForAll @IntRange(min = 0, max = 500) int count, @ForAll @IntRange(min = 1, max = 5) int hands) {
        Blocks blocks = new Blocks(count, hands);
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger takings = new AtomicInteger();
        IntStream.range(0, hands).parallel().forEach(hand -> {
            for (int block = blocks.take(hand); block >= 0; block = blocks.take(hand)) {
                seen.add(block);
                takings.incrementAndGet();
            }
        });
        assertThat(takings.get()).isEqualTo(count);
        assertThat(seen).allMatch(block -> block < count).hasSize(count);
        assertThat(blocks.taken()).isEqualTo(count);
    }

    @Test
    void workersBeginFarApartAndHelpEachOtherAtTheEnd() {
        Blocks blocks = new Blocks(10, 2);
        assertThat(blocks.take(0)).isZero();
        assertThat(blocks.take(1)).isEqualTo(5);
        assertThat(IntStream.range(0, 8).map(i -> blocks.take(1))).containsExactly(6, 7, 8, 9, 1, 2, 3, 4);
        assertThat(blocks.take(0)).isEqualTo(-1);
        assertThat(blocks.take(1)).isEqualTo(-1);
    }
}
