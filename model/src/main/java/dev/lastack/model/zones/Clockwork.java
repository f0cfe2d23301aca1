package dev.lastack.model.zones;

import static dev.lastack.model.state.Timer.DELAYED_ACK_OVER;
import static dev.lastack.model.state.Timer.QUIET_TIME_OVER;

import dev.lastack.model.state.InFlight;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.SegmentFormat;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.Timer;
import dev.lastack.model.state.TimerFields;
import dev.lastack.scenario.knobs.Host;

/**
 * Where a packed state of a {@link ControlScenario} keeps times, and what is there instead. In a <em>control</em> every age is 0
 * and every timer that runs is due; the values are those of clocks: one for each segment in flight, first those to A, in the
 * order of the slots, and one for each timer that runs. Before a step the ages are replaced by marks, so that each segment that is
 * still there after the step can be told, and a timer that is no longer due then has been started.
 *
 * <p>Of equal segments the one sent first lies in the lower slot, and so it stays: marks descend along the slots, and what is sent
 * has age 0.
 */
final class Clockwork {

    private static final int HOSTS = Host.values().length;

    private final ResolvedScenario setting;
    private final SegmentFormat format;
    private final InFlight[] inFlight;
    private final long[] words;
    private final Tcb[] tcbs;

    /** By owner and timer, the number of its clock, or 0 if it does not run. */
    private final int[][] clockOfTimer = new int[HOSTS][Timer.count()];

    private int clocks;

    Clockwork(ResolvedScenario setting) {
        this.setting = setting;
        this.format = setting.format();
        this.words = new long[setting.layout().words()];
        this.inFlight = new InFlight[] {
            new InFlight(setting, setting.slots(Host.A)), new InFlight(setting, setting.slots(Host.B))
        };
        this.tcbs = new Tcb[] {new Tcb(Host.A, setting, words), new Tcb(Host.B, setting, words)};
    }

    /** Reads a state. */
    void load(long[] states, int offset) {
        System.arraycopy(states, offset, words, 0, words.length);
        clocks = 0;
        for (int owner = 0; owner < HOSTS; owner++) {
            inFlight[owner].load(words);
            tcbs[owner].load();
            clocks += inFlight[owner].size();
        }
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int timer = 0; timer < Timer.count(); timer++) {
                clockOfTimer[owner][timer] = Timer.of(timer).isArmed(tcbs[owner]) ? ++clocks : 0;
            }
        }
    }

    int clocks() {
        return clocks;
    }

    Tcb tcb(int owner) {
        return tcbs[owner];
    }

    /** How many segments are in flight towards {@code owner}. */
    int segments(int owner) {
        return inFlight[owner].size();
    }

    /** How many segments are in flight; theirs are the first clocks. */
    int segments() {
        return segments(0) + segments(1);
    }

    /** Whether a step may find no room for what it sends towards {@code owner}. */
    boolean isCrowded(int owner) {
        return inFlight[owner].isCrowded();
    }

    private int clockOfSegment(int owner, int slot) {
        return 1 + slot + (owner == 0 ? 0 : segments(0));
    }

    /** The clock of the timer, or 0 if it does not run. */
    int clock(int owner, Timer timer) {
        return clockOfTimer[owner][timer.number()];
    }

    int clock(int owner, int slot) {
        return clockOfSegment(owner, slot);
    }

    /** The loaded control with a mark on each segment in place of its age. */
    long[] marked() {
        long[] marked = words.clone();
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int slot = 0; slot < segments(owner); slot++) {
                setting.slots(owner == 0 ? Host.A : Host.B)[slot].setLong(
                        marked, inFlight[owner].at(slot) + segments(owner) - slot);
            }
        }
        return marked;
    }

    /**
     * For each clock of the loaded state, which a step has led to from the marked control that {@code source} holds: the clock of
     * the control that goes on, or 0 if it starts.
     */
    int[] origins(Clockwork source) {
        int[] origins = new int[clocks];
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int slot = 0; slot < segments(owner); slot++) {
                int mark = format.age(inFlight[owner].at(slot));
                origins[clockOfSegment(owner, slot) - 1] =
                        mark == 0 ? 0 : source.clockOfSegment(owner, source.segments(owner) - mark);
            }
            for (int number = 0; number < Timer.count(); number++) {
                Timer timer = Timer.of(number);
                if (clock(owner, timer) != 0 && isDue(timer, tcbs[owner])) {
                    origins[clock(owner, timer) - 1] = source.clock(owner, timer);
                }
            }
        }
        return origins;
    }

    /** The loaded state without its times. */
    long[] control() {
        long[] control = words.clone();
        for (int owner = 0; owner < HOSTS; owner++) {
            StateLayout.Field[] slots = setting.slots(owner == 0 ? Host.A : Host.B);
            for (int slot = 0; slot < segments(owner); slot++) {
                long segment = inFlight[owner].at(slot);
                slots[slot].setLong(control, segment - format.age(segment));
            }
            for (int number = 0; number < Timer.count(); number++) {
                Timer timer = Timer.of(number);
                StateLayout.Field field = field(timer, tcbs[owner]);
                if (clock(owner, timer) != 0) {
                    field.set(control, due(timer, tcbs[owner]));
                } else if (field.max() != 0 && field.liveIn(tcbs[owner].state())) {
                    field.set(control, 0);
                }
            }
        }
        return control;
    }

    private static boolean isDue(Timer timer, Tcb tcb) {
        return tcb.get(field(timer, tcb)) == due(timer, tcb);
    }

    private static StateLayout.Field field(Timer timer, Tcb tcb) {
        TimerFields timers = tcb.timers();
        return switch (timer) {
            case TIME_WAIT_TIMEOUT -> timers.timeWaitLeft;
            case FIN_WAIT_2_TIMEOUT -> timers.finWait2Left;
            case CLOSING_TIMEOUT -> timers.closingLeft;
            case LAST_ACK_TIMEOUT -> timers.lastAckLeft;
            case RETRANSMISSION -> timers.rexmtElapsed;
            case KEEP_ALIVE -> timers.idle;
            case QUIET_TIME -> timers.quietLeft;
            case DELAYED_ACK -> timers.ackOwed;
        };
    }

    /** What the field of a timer holds when it is due; no rule that starts the timer sets it to that. */
    private static int due(Timer timer, Tcb tcb) {
        return switch (timer) {
            case TIME_WAIT_TIMEOUT, FIN_WAIT_2_TIMEOUT, CLOSING_TIMEOUT, LAST_ACK_TIMEOUT -> 0;
            case RETRANSMISSION -> (int) tcb.timers().rexmtElapsed.max();
            case KEEP_ALIVE -> tcb.knobs().keepAlive();
            case QUIET_TIME -> QUIET_TIME_OVER;
            case DELAYED_ACK -> DELAYED_ACK_OVER;
        };
    }
}
