package dev.lastack.counterexamples.render.junit;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.Violation;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.model.decisions.Variant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A JUnit test that carries the trace and replays it: green as long as the violation is there. */
public final class JUnitTest implements Renderer {

    /** A string constant holds at most 65535 octets; lines of a trace are far shorter. */
    private static final int BLOCK = 30_000;

    private static final String SOURCE = """
        import static org.junit.jupiter.api.Assertions.assertInstanceOf;

        import dev.lastack.counterexamples.trace.Replay;
        import dev.lastack.counterexamples.trace.TraceFile;
        %simport org.junit.jupiter.api.Test;

        /** %s */
        class %s {

            private static final String TRACE = String.join("",
        %s);

            @Test
            void breaks%s() {
                Replay.Outcome outcome = Replay.of(TraceFile.parse("%s", TRACE))%s.run();
                assertInstanceOf(Replay.Outcome.Confirmed.class, outcome, outcome::toString);
            }
        }
        """;

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String purpose() {
        return "source of a JUnit test that carries the trace and replays it";
    }

    @Override
    public String extension() {
        return "java";
    }

    @Override
    public byte[] render(Counterexample run) {
        String comment =
                Violation.sentence(run, Flights.of(run)).replace("*/", "* /").replace("\\", "/");
        boolean ofKnobs = run.variant().equals(Variant.OF_KNOBS);
        return SOURCE.formatted(
                        ofKnobs ? "" : "import dev.lastack.model.decisions.Variant;\n",
                        comment,
                        className(run),
                        blocks(TraceFile.text(run)),
                        camelCase(run.claim().id()),
                        run.claim().id(),
                        ofKnobs
                                ? ""
                                : ".variant(Variant.of(" + run.variant().name().replace('$', '.') + ".class))")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The name of the class, which the file has to bear. */
    public static String className(Counterexample run) {
        return camelCase(run.scenario().name()) + "Violates"
                + camelCase(run.claim().id()) + "Test";
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        boolean up = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean word = Character.isLetterOrDigit(c) && c < 128;
            if (word) {
                camel.append(up ? String.valueOf(c).toUpperCase(Locale.ROOT) : String.valueOf(c));
            }
            up = !word;
        }
        boolean startsWell = !camel.isEmpty() && Character.isJavaIdentifierStart(camel.charAt(0));
        return startsWell ? camel.toString() : "Run" + camel;
    }

    private static String blocks(String trace) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : trace.lines().toList()) {
            block.append("            ").append(escape(line)).append('\n');
            if (block.length() > BLOCK) {
                blocks.add(block.toString());
                block.setLength(0);
            }
        }
        blocks.add(block.toString());
        return String.join(
                ",\n",
                blocks.stream()
                        .map(b -> "            \"\"\"\n" + b + "            \"\"\"")
                        .toList());
    }

    private static String escape(String line) {
        return line.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
    }
}
