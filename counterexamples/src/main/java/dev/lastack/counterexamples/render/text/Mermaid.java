package dev.lastack.counterexamples.render.text;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Era;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.scenario.knobs.Host;
import java.nio.charset.StandardCharsets;

/** A Mermaid sequence diagram, which GitHub and GitLab draw inside Markdown. */
public final class Mermaid implements Renderer {

    @Override
    public String name() {
        return "mermaid";
    }

    @Override
    public String purpose() {
        return "sequence diagram that GitHub and GitLab draw inside Markdown";
    }

    @Override
    public String extension() {
        return "mmd";
    }

    @Override
    public byte[] render(Counterexample counterexample) {
        Drawing drawing = new Drawing(counterexample);
        drawing.walk();
        return drawing.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A semicolon would end the statement, and a number sign begin an entity. */
    static String safe(String words) {
        return words.replace(";", ",").replace("#", "#35;");
    }

    private static final class Drawing extends SequenceEvents {

        private final StringBuilder out = new StringBuilder();

        Drawing(Counterexample run) {
            super(run);
            out.append("sequenceDiagram\n");
            line("participant A");
            line("participant B");
        }

        private void line(String text) {
            out.append("  ").append(text).append('\n');
        }

        @Override
        void instant(int instant) {
            line("Note over A,B: t=" + instant);
        }

        @Override
        void message(Flight flight, String words, Era era) {
            line(flight.from() + (era.isOther() ? "-->>" : "->>") + flight.to() + ": " + safe(words + era.mark()));
        }

        @Override
        void lost(Flight flight, String words) {
            line(flight.from() + "-x" + flight.to() + ": " + safe(words + " lost"));
        }

        @Override
        void note(Host host, String words) {
            line("Note " + (host == Host.A ? "left" : "right") + " of " + host + ": " + safe(words));
        }

        @Override
        void loopStart(String words) {
            line("loop " + words);
        }

        @Override
        void loopEnd() {
            line("end");
        }

        @Override
        void end(Ending ending, String words) {
            line("Note over A,B: " + ending.mark() + " " + safe(words));
        }
    }
}
