package dev.lastack.counterexamples.render.svg;

import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;

/** The columns of the picture, in its own units. */
final class Columns {

    static final double WIDTH = 1000;
    static final double BRACKET = 16;
    static final double AXIS = 84;
    static final double STEP_NUMBER = 118;
    static final double LIFE_A = 292;
    static final double LIFE_B = 780;
    static final double BAR = 9;
    static final double GAP = 16;

    private Columns() {}

    static double life(Host host) {
        return host == Host.A ? LIFE_A : LIFE_B;
    }

    /** Where words next to a lifeline begin or end. */
    static double beside(Host host) {
        return host == Host.A ? LIFE_A - GAP : LIFE_B + GAP;
    }

    /** The CSS class that aligns words next to the lifeline of {@code host}. */
    static String side(Host host) {
        return host == Host.A ? "left" : "right";
    }

    /** The CSS class of an incarnation's colour. */
    static String colour(int incarnation) {
        return "i" + Math.max(0, Math.min(incarnation, 4));
    }

    /** Whether there is a connection, which has an incarnation then. */
    static boolean connected(TcbView tcb) {
        return tcb.state() != TcpState.CLOSED && tcb.state() != TcpState.LISTEN;
    }
}
