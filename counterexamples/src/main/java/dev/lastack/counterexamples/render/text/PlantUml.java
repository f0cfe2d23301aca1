package dev.lastack.counterexamples.render.text;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Era;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.scenario.knobs.Host;
import java.nio.charset.StandardCharsets;

/** A PlantUML sequence diagram. */
public final class PlantUml implements Renderer {

    @Override
    public String name() {
        return "plantuml";
    }

    @Override
    public String purpose() {
        return "sequence diagram for PlantUML";
    }

    @Override
    public String extension() {
        return "puml";
    }

    @Override
    public byte[] render(Counterexample counterexample) {
        Drawing drawing = new Drawing(counterexample);
        drawing.walk();
        drawing.out.append("@enduml\n");
        return drawing.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static final class Drawing extends SequenceEvents {

        private final StringBuilder out = new StringBuilder();

        Drawing(Counterexample run) {
            super(run);
            line("@startuml");
            line("hide footbox");
            line("participant A");
            line("participant B");
        }

        private void line(String text) {
            out.append(text).append('\n');
        }

        @Override
        void instant(int instant) {
            line("== t=" + instant + " ==");
        }

        @Override
        void message(Flight flight, String words, Era era) {
            line(flight.from() + (era.isOther() ? " --> " : " -> ") + flight.to() + " : " + words + era.mark());
        }

        @Override
        void lost(Flight flight, String words) {
            line(flight.from() + " ->x " + flight.to() + " : " + words + " lost");
        }

        @Override
        void note(Host host, String words) {
            line("note " + (host == Host.A ? "left" : "right") + " of " + host + " : " + words);
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
            line("note over A, B " + (ending.isViolation() ? "#FFD6D6 " : "") + ": <b>" + words);
        }
    }
}
