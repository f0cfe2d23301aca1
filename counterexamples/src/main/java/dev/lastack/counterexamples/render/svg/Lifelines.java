package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;

/** The two ends: a bar for each TCP state while there is a connection, and next to it what happens there. */
final class Lifelines {

    private static final double LINE = 13;

    private final Counterexample run;
    private final DrawingScale scale;
    private final Svg svg;

    Lifelines(Counterexample run, DrawingScale scale, Svg svg) {
        this.run = run;
        this.scale = scale;
        this.svg = svg;
    }

    void draw() {
        for (Host host : Host.values()) {
            double x = Places.life(host);
            svg.line("life", x, scale.ofStep(0), x, scale.bottom());
            bars(host);
            for (int step = 0; step <= run.length(); step++) {
                words(host, step);
            }
        }
    }

    private void bars(Host host) {
        int since = 0;
        for (int step = 1; step <= run.length() + 1; step++) {
            TcbView tcb = run.after(since).endpoint(host);
            boolean changes = step > run.length()
                    || run.after(step).endpoint(host).state() != tcb.state()
                    || run.after(step).endpoint(host).incarnation() != tcb.incarnation();
            if (changes) {
                bar(host, tcb, since, step > run.length() ? scale.bottom() : scale.ofStep(step));
                since = step;
            }
        }
    }

    private void bar(Host host, TcbView tcb, int since, double end) {
        if (tcb.state() == TcpState.CLOSED || tcb.state() == TcpState.LISTEN) {
            return;
        }
        String css = Places.colour(tcb.incarnation()) + " bar" + (tcb.state() == TcpState.TIME_WAIT ? " waiting" : "");
        double start = scale.ofStep(since);
        svg.open("period", since);
        svg.rect(css, Places.life(host) - Places.BAR / 2, start, Places.BAR, end - start);
        svg.close();
    }

    /** What happens to {@code host} in step {@code step}: what was done, the state that follows, what the user is told. */
    private void words(Host host, int step) {
        List<String> done = step == 0 ? List.of() : done(host, run.step(step));
        boolean enters = step == 0 || entersState(host, step);
        List<String> told = step == 0 ? List.of() : told(host, run.step(step));
        if (done.isEmpty() && told.isEmpty() && !enters) {
            return;
        }
        double x = Places.beside(host);
        double y = scale.ofStep(step) + 4 - (done.isEmpty() || !enters ? 0 : LINE);
        svg.open("event", step);
        for (String words : done) {
            svg.text("done " + Places.side(host), x, y, words);
            y += LINE;
        }
        if (enters) {
            TcbView tcb = run.after(step).endpoint(host);
            svg.text(
                    "state " + Places.side(host) + " " + Places.colour(tcb.incarnation()),
                    x,
                    y,
                    tcb.state().toString());
            y += LINE;
        }
        for (String words : told) {
            svg.text("told " + Places.side(host), x, y, "“" + words + "”");
            y += LINE;
        }
        svg.close();
    }

    private boolean entersState(Host host, int step) {
        StateView before = run.before(step);
        StateView after = run.after(step);
        return before.endpoint(host).state() != after.endpoint(host).state()
                || before.endpoint(host).incarnation() != after.endpoint(host).incarnation();
    }

    private static List<String> done(Host host, StepView step) {
        List<String> done = new ArrayList<>();
        for (String timer : step.timers()) {
            if (timer.startsWith(host.name())) {
                done.add(timer.substring(2) + " timer");
            }
        }
        boolean here = step.host().filter(host::equals).isPresent();
        if (here && step.kind() == Kind.FORGE) {
            done.add("a forged segment");
        } else if (here && step.arrived().isEmpty() && step.kind() != Kind.TIMER) {
            done.add(step.kind() == Kind.CRASH ? "crash" : step.kind().toString());
        }
        return done;
    }

    private static List<String> told(Host host, StepView step) {
        return step.told().stream()
                .filter(words -> words.startsWith(host.name()))
                .map(words -> words.substring(words.indexOf(':') + 1).trim())
                .toList();
    }
}
