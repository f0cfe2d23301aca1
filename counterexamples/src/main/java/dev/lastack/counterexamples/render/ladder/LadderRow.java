package dev.lastack.counterexamples.render.ladder;

import dev.lastack.counterexamples.story.Era;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.model.view.StateView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;

/**
 * One line between the two lifelines.
 *
 * <pre>
 * ┃ t=12  17 ✗   FIN-WAIT-1 [1]  ├─ #3 [1] FIN,ACK seq=1 ack=0 ──────────▶│ CLOSE-WAIT [1]
 * 0 2      9 11              26  28                                      79 81
 * </pre>
 */
final class LadderRow {

    private static final int TIME = 2;
    private static final int STEP_END = 9;
    private static final int MARK = 11;
    private static final int STATE_A_END = 26;
    private static final int LIFE_A = 28;
    private static final int RIGHT = 21;
    private static final int RIGHT_OF_NARROW = 18;
    private static final int LATE_ARROW = 10;

    private final int lifeB;
    private final Line line;
    private int timeEnd;

    /** A line of {@code width} columns on which {@code state} is shown by the lifelines only: dashed where there is no connection. */
    LadderRow(StateView state, int width) {
        lifeB = lifeB(width);
        line = new Line(width);
        lifeline(LIFE_A, state.a().state());
        lifeline(lifeB, state.b().state());
    }

    private static int lifeB(int width) {
        return width - (width < LadderForm.USUAL_WIDTH ? RIGHT_OF_NARROW : RIGHT);
    }

    /** How many characters fit between the lifelines of a line of {@code width} columns, with a blank at each end. */
    static int room(int width) {
        return lifeB(width) - LIFE_A - 3;
    }

    /** A line with two whole lifelines. */
    LadderRow() {
        lifeB = lifeB(LadderForm.USUAL_WIDTH);
        line = new Line(LadderForm.USUAL_WIDTH);
        line.put(LIFE_A, "│", Style.PLAIN).put(lifeB, "│", Style.PLAIN);
    }

    private void lifeline(int column, TcpState state) {
        boolean gone = state == TcpState.CLOSED || state == TcpState.LISTEN;
        line.put(column, gone ? "┊" : "│", gone ? Style.FAINT : Style.PLAIN);
    }

    Line line() {
        return line;
    }

    LadderRow time(String text) {
        line.put(TIME, text, Style.BOLD);
        timeEnd = TIME + text.length();
        return this;
    }

    /** The number of a step. Next to a long time there is no room for it; its neighbours tell it then. */
    LadderRow step(String text) {
        if (timeEnd < STEP_END - text.length()) {
            line.putBefore(STEP_END, text, Style.FAINT);
        }
        return this;
    }

    /** The mark of {@link #violation()} next to the lifeline, where times are long. */
    LadderRow completes() {
        line.put(STATE_A_END, "✗", Style.VIOLATION);
        return this;
    }

    LadderRow violation() {
        line.put(MARK, "✗", Style.VIOLATION);
        return this;
    }

    LadderRow beside(Host host, String text, Style style) {
        if (host == Host.A) {
            line.putBefore(STATE_A_END, text, style);
        } else {
            line.put(lifeB + 2, text, style);
        }
        return this;
    }

    /** Text between the lifelines at the side of {@code host}. */
    LadderRow note(Host host, String text, Style style) {
        if (host == Host.A) {
            line.put(LIFE_A + 2, text, style);
        } else {
            line.putBefore(lifeB - 2, text, style);
        }
        return this;
    }

    LadderRow centre(String text, Style style) {
        line.put((LIFE_A + lifeB - text.length()) / 2 + 1, text, style);
        return this;
    }

    /** A line across everything: time passes. */
    LadderRow across() {
        line.stroke(STATE_A_END - 14, LIFE_A, '┄', Style.FAINT).put(LIFE_A, "┼", Style.FAINT);
        line.stroke(LIFE_A + 1, lifeB, '┄', Style.FAINT).put(lifeB, "┼", Style.FAINT);
        line.stroke(lifeB + 1, lifeB + 17, '┄', Style.FAINT);
        return this;
    }

    /** From lifeline to lifeline, as a capture records it: whether it arrived is not known. */
    LadderRow recorded(Host from, int incarnation, String label) {
        Style style = Style.ofIncarnation(incarnation);
        line.put(lifeOf(from), from == Host.A ? "├" : "┤", style);
        return arrow(from.peer(), style, LIFE_A + 1, lifeB, label, '─');
    }

    /** From lifeline to lifeline: sent and received at once. An empty {@code label} stands elsewhere, here and below. */
    LadderRow whole(Flight flight, Era era, String label) {
        line.put(lifeOf(flight.from()), flight.from() == Host.A ? "├" : "┤", styleOf(flight));
        return arrow(flight, LIFE_A + 1, lifeB, label, era);
    }

    /** Sent now; {@code fate} says what becomes of it. */
    LadderRow departure(Flight flight, String fate, boolean lost, String label) {
        Style fateStyle = lost ? Style.LOSS : Style.FAINT;
        String text = label.isEmpty() ? "───" : "─ " + label + " ─";
        if (flight.from() == Host.A) {
            int end = LIFE_A + 1 + text.length();
            line.put(LIFE_A, "├" + text, styleOf(flight))
                    .put(end, lost ? "✗" : "▷", lost ? Style.LOSS : styleOf(flight))
                    .put(end + 2, fate, fateStyle);
        } else {
            int start = lifeB - text.length();
            line.put(start, text + "┤", styleOf(flight))
                    .put(start - 1, lost ? "✗" : "◁", lost ? Style.LOSS : styleOf(flight))
                    .putBefore(start - 3, fate, fateStyle);
        }
        return this;
    }

    /** Received now, sent earlier or received before; {@code origin} says which. */
    LadderRow arrival(Flight flight, String origin, Era era, String label) {
        int room = roomOf(origin);
        if (flight.to() == Host.B) {
            line.putBefore(LIFE_A + room - 1, origin, Style.FAINT);
            return arrow(flight, LIFE_A + room + 1, lifeB, label, era);
        }
        line.put(lifeB - room + 1, origin, Style.FAINT);
        return arrow(flight, LIFE_A + 1, lifeB - room, label, era);
    }

    /** How many columns the origin of an arrow takes. */
    static int roomOf(String origin) {
        return Math.max(LATE_ARROW, origin.length() + 2);
    }

    private LadderRow arrow(Flight flight, int from, int to, String label, Era era) {
        return arrow(flight.to(), styleOf(flight), from, to, label, era.isOther() ? '╌' : '─');
    }

    private LadderRow arrow(Host receiver, Style style, int from, int to, String label, char stroke) {
        line.stroke(from, to, stroke, style);
        if (!label.isEmpty()) {
            line.put(from + Math.max(2, (to - from - label.length()) / 2) - 1, " " + label + " ", style);
        }
        if (receiver == Host.B) {
            line.put(to - 1, "▶", style);
        } else {
            line.put(from, "◀", style);
        }
        return this;
    }

    private static Style styleOf(Flight flight) {
        return Style.ofIncarnation(flight.segment().incarnation());
    }

    private int lifeOf(Host host) {
        return host == Host.A ? LIFE_A : lifeB;
    }
}
