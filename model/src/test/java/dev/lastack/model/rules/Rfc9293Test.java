package dev.lastack.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import dev.lastack.tcp.TcpState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * RFC 9293 sentence by sentence, grouped by TCP state: see {@code rfc9293.txt}. Each sentence stands under its section and
 * is followed by the situations that show it, each on an indented line: what is given, what happens, what comes of it.
 */
class Rfc9293Test {

    /** A state, its sentences, and what shows each. */
    private record Chapter(TcpState state, List<Sentence> sentences) {}

    private record Sentence(String text, List<String> situations) {}

    @TestFactory
    Stream<DynamicNode> sentences() throws IOException {
        return chapters().stream()
                .map(chapter -> DynamicContainer.dynamicContainer(
                        chapter.state().toString(),
                        chapter.sentences().stream()
                                .map(sentence -> DynamicTest.dynamicTest(
                                        sentence.text(), () -> check(chapter.state(), sentence)))));
    }

    @Test
    void allElevenStatesAreCovered() throws IOException {
        Set<TcpState> covered = EnumSet.noneOf(TcpState.class);
        chapters().forEach(chapter -> covered.add(chapter.state()));

        assertThat(covered).containsExactly(TcpState.values());
    }

    private static void check(TcpState state, Sentence sentence) {
        assertThat(sentence.situations()).as("situations that show it").isNotEmpty();
        for (String line : sentence.situations()) {
            List<String> parts = Splitter.on('|').trimResults().splitToList(line);
            assertThat(parts).as("given | event | outcome").hasSize(3);
            new Situation(state, parts.get(0)).when(parts.get(1)).check(parts.get(2));
        }
    }

    private static List<Chapter> chapters() throws IOException {
        List<Chapter> chapters = new ArrayList<>();
        for (String line :
                Resources.readLines(Resources.getResource(Rfc9293Test.class, "rfc9293.txt"), StandardCharsets.UTF_8)) {
            if (line.startsWith("== ")) {
                String name = line.substring(3).strip().replace('-', '_');
                chapters.add(new Chapter(TcpState.valueOf(name), new ArrayList<>()));
            } else if (line.startsWith("  ")) {
                last(last(chapters).sentences()).situations().add(line.strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                last(chapters).sentences().add(new Sentence(line.strip(), new ArrayList<>()));
            }
        }
        return chapters;
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
