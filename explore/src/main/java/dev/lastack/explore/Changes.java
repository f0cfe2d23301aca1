package dev.lastack.explore;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a step changed: every value as it was before it and as it is after it. */
public final class Changes {

    private final Counterexample run;
    private final int step;

    /** The changes by step {@code step} of {@code run}; step 0 stands for the initial state, which changes nothing. */
    public Changes(Counterexample run, int step) {
        this.run = run;
        this.step = step;
    }

    /** A named value; an empty text stands for none. */
    public record Value(String name, String old, String now) {

        public boolean changed() {
            return !old.equals(now);
        }
    }

    /**
     * A segment in flight before or after the step.
     *
     * @param gone it was in flight before the step only
     * @param sent it is in flight since this step
     */
    public record InFlight(Flight flight, int age, boolean gone, boolean sent) {}

    /** The TCB of {@code host}: state, numbers, timers and the rest. */
    public List<Value> tcb(Host host) {
        Map<String, String> old = fields(run.after(Math.max(0, step - 1)).endpoint(host));
        Map<String, String> now = fields(run.after(step).endpoint(host));
        return values(old, now);
    }

    /** What is left of the bounded events. */
    public List<Value> budgets() {
        return values(
                texts(run.after(Math.max(0, step - 1)).budgets()),
                texts(run.after(step).budgets()));
    }

    private static List<Value> values(Map<String, String> old, Map<String, String> now) {
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        return names.stream()
                .map(name -> new Value(name, old.getOrDefault(name, ""), now.getOrDefault(name, "")))
                .toList();
    }

    private static Map<String, String> texts(Map<String, Integer> numbers) {
        Map<String, String> texts = new LinkedHashMap<>();
        numbers.forEach((name, number) -> texts.put(name, number.toString()));
        return texts;
    }

    private static Map<String, String> fields(TcbView tcb) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("state", tcb.state().toString());
        if (tcb.state() != TcpState.CLOSED && tcb.state() != TcpState.LISTEN) {
            fields.put("incarnation", Integer.toString(tcb.incarnation()));
            fields.put("SND.UNA", Integer.toString(tcb.sndUna()));
            fields.put("SND.NXT", Integer.toString(tcb.sndNxt()));
            fields.put("RCV.NXT", Integer.toString(tcb.rcvNxt()));
        }
        if (tcb.state() == TcpState.SYN_SENT || tcb.state() == TcpState.SYN_RECEIVED) {
            fields.put("ISS", Integer.toString(tcb.iss())); // The model keeps it only while the SYN is unacknowledged.
        }
        tcb.timers().forEach((name, left) -> fields.put(name + " timer", left.toString()));
        tcb.other().forEach((name, value) -> fields.put(name, value.toString()));
        return fields;
    }

    /** The segments in flight to {@code to} before or after the step, by number. */
    public List<InFlight> network(Host to, Flights flights) {
        List<Flight> before = step == 0 ? List.of() : flights.underWay(to, step - 1);
        List<Flight> after = flights.underWay(to, step);
        Set<Flight> all = new LinkedHashSet<>(before);
        all.addAll(after);
        int now = run.instant(step);
        List<InFlight> segments = new ArrayList<>();
        for (Flight flight : all) {
            boolean gone = !after.contains(flight);
            boolean sent = !gone && step > 0 && flight.sent().step() == step;
            segments.add(new InFlight(flight, now - flight.sent().instant(), gone, sent));
        }
        return segments;
    }
}
