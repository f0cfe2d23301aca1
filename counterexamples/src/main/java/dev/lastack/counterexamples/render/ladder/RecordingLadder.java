package dev.lastack.counterexamples.render.ladder;

import dev.lastack.counterexamples.Recording;
import dev.lastack.counterexamples.RecordingRenderer;
import dev.lastack.scenario.knobs.Host;
import java.util.List;

/** Recorded segments as a text ladder, {@value LadderForm#USUAL_WIDTH} columns wide. Below each segment stand the states that it changed. */
public final class RecordingLadder implements RecordingRenderer {

    @Override
    public String name() {
        return "ladder";
    }

    @Override
    public String text(List<Recording> recordings) {
        Page page = new Page(LadderForm.usual(false));
        for (Recording recording : recordings) {
            page.paragraph(recording.title(), Style.BOLD);
            page.paragraph(recording.sentence() + " (" + recording.citation() + ")", Style.PLAIN);
            page.blank();
            rows(recording, page);
            page.blank();
        }
        return page.text();
    }

    /** The segments alone. */
    public static String rows(Recording recording) {
        Page page = new Page(LadderForm.usual(false));
        rows(recording, page);
        return page.text();
    }

    private static void rows(Recording recording, Page page) {
        LadderRow names = new LadderRow();
        for (Host host : Host.values()) {
            names.beside(host, host.name(), Style.BOLD);
        }
        page.rung(names);
        for (int i = 0; i < recording.rows().size(); i++) {
            Recording.Row row = recording.rows().get(i);
            LadderRow rung = new LadderRow().time(row.time()).recorded(row.from(), row.incarnation(), row.label());
            page.rung(row.completes() ? rung.completes() : rung);
            states(recording.change(i, Host.A), recording.change(i, Host.B), page);
        }
    }

    /** Sets of states are broken at their strokes: the widest state is as wide as the margin. */
    private static void states(List<String> ofA, List<String> ofB, Page page) {
        for (int line = 0; line < Math.max(ofA.size(), ofB.size()); line++) {
            LadderRow rung = new LadderRow();
            if (line < ofA.size()) {
                rung.beside(Host.A, stroke(ofA, line), Style.FAINT);
            }
            if (line < ofB.size()) {
                rung.beside(Host.B, stroke(ofB, line), Style.FAINT);
            }
            page.rung(rung);
        }
    }

    private static String stroke(List<String> states, int line) {
        return states.get(line) + (line + 1 < states.size() ? " or" : "");
    }
}
