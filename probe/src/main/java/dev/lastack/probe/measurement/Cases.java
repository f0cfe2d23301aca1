package dev.lastack.probe.measurement;

import static dev.lastack.probe.measurement.Situation.ESTABLISHED;
import static dev.lastack.probe.measurement.Situation.FIN_WAIT_2;
import static dev.lastack.probe.measurement.Situation.TIME_WAIT;
import static dev.lastack.tcp.ControlBits.ACK;
import static dev.lastack.tcp.ControlBits.FIN;
import static dev.lastack.tcp.ControlBits.RST;
import static dev.lastack.tcp.ControlBits.SYN;

import dev.lastack.probe.walk.Stimulus;
import java.util.ArrayList;
import java.util.List;

/** The cases by the question that they answer. */
public final class Cases {

    /** Inside every window that a host advertises here. */
    private static final long INSIDE = 1_000;

    /** Outside every window that a host advertises here. */
    private static final long OUTSIDE = 1 << 20;

    /** Older than any window. */
    private static final long ANCIENT = 1 << 28;

    /** The 2MSL timer starts again (RFC 9293 §3.10.7.4, eighth check) on the FIN again, on old text, and not on a SYN. */
    public static final List<Case> RESTART = List.of(
            Case.of(TIME_WAIT, Stimulus.of(FIN | ACK).at(-1)),
            Case.of(TIME_WAIT, Stimulus.of(FIN | ACK).at(-INSIDE)),
            Case.of(TIME_WAIT, Stimulus.of(ACK).at(-INSIDE).withText(1)));

    /** RFC 9293 §3.10.7.4: what answers the FIN again. */
    public static final List<Case> FIN_IN_TIME_WAIT = RESTART.subList(0, 2);

    /** RFC 1337: which RST ends TIME-WAIT. */
    public static final List<Case> RST_IN_TIME_WAIT = rst(TIME_WAIT);

    /** RFC 9293 §3.6.1 (MAY-2), RFC 6191: what a SYN in TIME-WAIT does, by its number alone. */
    public static final List<Case> SYN_IN_TIME_WAIT = List.of(
            Case.of(TIME_WAIT, Stimulus.of(SYN).at(INSIDE).stamped(0)),
            Case.of(TIME_WAIT, Stimulus.of(SYN).at(OUTSIDE).stamped(0)),
            Case.of(TIME_WAIT, Stimulus.of(SYN).at(-INSIDE).stamped(0)),
            Case.of(TIME_WAIT, Stimulus.of(SYN).stamped(0)));

    public static final List<Case> BARE_ACK_IN_TIME_WAIT = List.of(Case.of(TIME_WAIT, Stimulus.of(ACK)));

    public static final List<Case> RST_IN_FIN_WAIT_2 = rst(FIN_WAIT_2);

    /** RFC 5961 §3. */
    public static final List<Case> RST_IN_ESTABLISHED = rst(ESTABLISHED);

    /** RFC 5961 §5: text whose acknowledgment is older than any window. */
    public static final List<Case> OLD_ACK = List.of(
            Case.of(ESTABLISHED, Stimulus.of(ACK).acknowledging(-ANCIENT).withText(1)));

    /** RFC 9293 §3.10.7.4 (SHLD-31): two octets that arrive in reverse order. */
    public static final List<Case> REVERSED = List.of(Case.of(
            ESTABLISHED, Stimulus.of(ACK).at(1).withText(1), Stimulus.of(ACK).withText(1)));

    /** RFC 7323: whether text is answered with timestamps, and what an older one does. */
    public static final List<Case> STAMPED_TEXT = List.of(
            Case.of(ESTABLISHED, Stimulus.of(ACK).withText(1)),
            Case.of(ESTABLISHED, Stimulus.of(ACK).withText(1).stamped(-1000)));

    /** What no knob speaks of. */
    public static final List<Case> MORE = List.of(
            Case.of(TIME_WAIT, Stimulus.of(SYN).at(-INSIDE)),
            Case.of(TIME_WAIT, Stimulus.of(SYN).at(INSIDE)),
            Case.of(TIME_WAIT, Stimulus.of(SYN).at(INSIDE).stamped(-1000)),
            Case.of(TIME_WAIT, Stimulus.of(SYN | ACK).at(INSIDE)),
            Case.of(TIME_WAIT, Stimulus.of(FIN | ACK).at(INSIDE)),
            Case.of(TIME_WAIT, Stimulus.of(ACK).withText(1)),
            Case.of(TIME_WAIT, Stimulus.of(FIN | ACK).at(-1).stamped(-1000)),
            Case.of(TIME_WAIT, Stimulus.of(RST).at(-1)),
            Case.of(ESTABLISHED, Stimulus.of(SYN).at(INSIDE)),
            Case.of(ESTABLISHED, Stimulus.of(SYN).at(-INSIDE)),
            Case.of(ESTABLISHED, Stimulus.of(SYN | ACK)),
            Case.of(ESTABLISHED, Stimulus.of(ACK).acknowledging(INSIDE)),
            Case.of(FIN_WAIT_2, Stimulus.of(SYN).at(INSIDE)),
            Case.of(FIN_WAIT_2, Stimulus.of(SYN).at(-INSIDE)),
            Case.of(FIN_WAIT_2, Stimulus.of(FIN | ACK)),
            Case.of(FIN_WAIT_2, Stimulus.of(FIN | ACK).at(INSIDE)),
            Case.of(FIN_WAIT_2, Stimulus.of(ACK).at(-INSIDE).withText(1)));

    private Cases() {}

    private static List<Case> rst(Situation situation) {
        return List.of(
                Case.of(situation, Stimulus.of(RST)),
                Case.of(situation, Stimulus.of(RST).at(1)),
                Case.of(situation, Stimulus.of(RST).at(INSIDE)),
                Case.of(situation, Stimulus.of(RST).at(OUTSIDE)));
    }

    /** All of them. */
    public static List<Case> all() {
        List<Case> all = new ArrayList<>();
        List.of(
                        RESTART,
                        RST_IN_TIME_WAIT,
                        SYN_IN_TIME_WAIT,
                        BARE_ACK_IN_TIME_WAIT,
                        RST_IN_FIN_WAIT_2,
                        RST_IN_ESTABLISHED,
                        OLD_ACK,
                        REVERSED,
                        STAMPED_TEXT,
                        MORE)
                .forEach(all::addAll);
        return all;
    }
}
