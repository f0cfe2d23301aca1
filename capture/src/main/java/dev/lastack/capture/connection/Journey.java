package dev.lastack.capture.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sets of states that an end went through, each with the time of the segment that led to it. */
public final class Journey {

    private static final int MOST = 24;

    private long[] times = new long[4];
    private int[] states = new int[4];
    private int length;

    /**
     * One stop of the journey.
     *
     * @param time nanoseconds since 1970
     * @param states the states as {@link TcpStateSet} has them
     */
    public record Stop(long time, int states) {}

    void reached(long time, int set) {
        if ((length > 0 && states[length - 1] == set) || length == MOST) {
            if (length == MOST) {
                states[length - 1] = set;
            }
            return;
        }
        if (length == times.length) {
            times = Arrays.copyOf(times, 2 * length);
            states = Arrays.copyOf(states, 2 * length);
        }
        times[length] = time;
        states[length] = set;
        length++;
    }

    public List<Stop> stops() {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            stops.add(new Stop(times[i], states[i]));
        }
        return stops;
    }

    /** {@code SYN-SENT → ESTABLISHED → FIN-WAIT-1}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : " → ").append(TcpStateSet.text(states[i]));
        }
        return text.toString();
    }
}
