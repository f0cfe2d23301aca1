package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;

/** The two ends: a bar for each TCP state while there is a connection, and next to it what happens there. */
final class Lifelines {

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
            double x = Columns.life(host);
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
        if (!Columns.connected(tcb)) {
            return;
        }
        String css = Columns.colour(tcb.incarnation()) + " bar" + (tcb.state() == TcpState.TIME_WAIT ? " waiting" : "");
        double start = scale.ofStep(since);
        svg.open("period", since);
        svg.rect(css, Columns.life(host) - Columns.BAR / 2, start, Columns.BAR, end - start);
        svg.close();
    }

    private void words(Host host, int step) {
        Words words = Words.of(run, host, step);
        if (words.lines().isEmpty()) {
            return;
        }
        double y = scale.ofStep(step) + 4 - words.above() * Words.LINE;
        svg.open("event", step);
        for (Words.Line line : words.lines()) {
            svg.text(line.css() + " " + Columns.side(host), Columns.beside(host), y, line.text());
            y += Words.LINE;
        }
        svg.close();
    }
}
