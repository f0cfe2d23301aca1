package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.WordWrap;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.StepView.Firing;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands next to the lifeline of a host at one step: what was done, the state that follows, what the user is told.
 *
 * @param lines from top to bottom
 * @param above how many of them stand above the step's own height
 */
record Words(List<Line> lines, int above) {

    /** The distance from one line to the next. */
    static final double LINE = 13;

    private static final int LETTERS = 22;

    /** Words of one CSS class. */
    record Line(String css, String text) {}

    /** The words at {@code host} in step {@code step}; step 0 is the start. */
    static Words of(Counterexample run, Host host, int step) {
        List<Line> lines = new ArrayList<>();
        if (step > 0) {
            done(host, run.step(step)).forEach(words -> add(lines, "done", words));
        }
        boolean enters = step == 0 || entersState(run, host, step);
        int above = lines.isEmpty() || !enters ? 0 : 1;
        if (enters) {
            TcbView tcb = run.after(step).endpoint(host);
            lines.add(new Line("state " + Columns.colour(tcb.incarnation()), state(tcb)));
        }
        if (step > 0) {
            told(host, run.step(step)).forEach(words -> add(lines, "told", "“" + words + "”"));
        }
        return new Words(List.copyOf(lines), above);
    }

    /** How many lines stand at the step's own height and below it. */
    int below() {
        return lines.size() - above;
    }

    private static void add(List<Line> lines, String css, String words) {
        WordWrap.lines(words, "", "", LETTERS).forEach(line -> lines.add(new Line(css, line)));
    }

    private static String state(TcbView tcb) {
        return Columns.connected(tcb)
                ? tcb.state() + " [" + tcb.incarnation() + "]"
                : tcb.state().toString();
    }

    private static boolean entersState(Counterexample run, Host host, int step) {
        StateView before = run.before(step);
        StateView after = run.after(step);
        return before.endpoint(host).state() != after.endpoint(host).state()
                || before.endpoint(host).incarnation() != after.endpoint(host).incarnation();
    }

    private static List<String> done(Host host, StepView step) {
        List<String> done = new ArrayList<>();
        for (Firing firing : step.timers()) {
            if (firing.host() == host) {
                done.add(firing.timer().title() + " timer");
            }
        }
        boolean here = step.host().filter(host::equals).isPresent();
        if (here && step.kind() == Kind.FORGE) {
            done.add("a forged segment");
        } else if (here && step.arrived().isEmpty() && step.kind() != Kind.TIMER) {
            done.add(cause(step.kind()));
        }
        return done;
    }

    private static String cause(Kind kind) {
        return switch (kind) {
            case CRASH -> "crash";
            case EVICTION -> "TIME-WAIT evicted";
            default -> kind.toString();
        };
    }

    private static List<String> told(Host host, StepView step) {
        return step.told().stream()
                .filter(told -> told.host() == host)
                .map(told -> told.signal().toString())
                .toList();
    }
}
