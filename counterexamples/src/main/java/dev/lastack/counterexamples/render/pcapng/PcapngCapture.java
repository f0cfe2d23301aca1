package dev.lastack.counterexamples.render.pcapng;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StepStory;
import dev.lastack.counterexamples.story.Violation;
import dev.lastack.counterexamples.trace.Version;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StepView;
import dev.lastack.scenario.knobs.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The run as tcpdump would capture it at one host: what the host sends and what it receives. Captures at both hosts in one file
 * would show each segment twice, which Wireshark takes for retransmissions. Times are the scenario's own; where it has none a
 * tick is a second. Steps at one instant are a little apart, so that they keep their order.
 */
public final class PcapngCapture implements Renderer {

    private static final Duration DEFAULT_TICK = Duration.ofSeconds(1);
    private static final long MOST_APART = 1_000;

    private final Optional<Host> host;

    /** At the host whose step violates the claim; at A if no step of a host does. */
    public PcapngCapture() {
        this(Optional.empty());
    }

    /** At this host, or without one where {@link #PcapngCapture()} captures. */
    public PcapngCapture(Optional<Host> host) {
        this.host = host;
    }

    @Override
    public String name() {
        return "pcapng";
    }

    @Override
    public String purpose() {
        return "capture at one host for Wireshark and tshark, with comments on the packets";
    }

    @Override
    public String extension() {
        return "pcapng";
    }

    @Override
    public boolean binary() {
        return true;
    }

    @Override
    public byte[] render(Counterexample run) {
        Flights flights = Flights.of(run);
        PcapngWriter writer = new PcapngWriter();
        writer.section(
                "lastack " + Version.current(),
                run.scenario().name() + " " + Ending.of(run).deed() + ": " + Violation.sentence(run, flights));
        Host here = host.orElseGet(() -> where(run));
        writer.networkInterface(here.name(), "capture at " + here);
        Packets packets = new Packets(run.scenario());
        for (int step = 1; step <= run.length(); step++) {
            if (run.step(step).host().equals(Optional.of(here))) {
                received(run, flights, step, writer, packets);
            }
            for (Flight flight : flights.sentIn(step)) {
                if (flight.from() != here) {
                    continue;
                }
                writer.packet(
                        time(run, step, true),
                        packets.packet(
                                flight.from(), flight.segment(), flight.sent().instant(), flight.number()),
                        PcapngWriter.OUTBOUND,
                        "step %d: #%d, incarnation %d, %s"
                                .formatted(
                                        step, flight.number(), flight.segment().incarnation(), fate(flight)));
            }
        }
        return writer.octets();
    }

    private static void received(Counterexample run, Flights flights, int step, PcapngWriter writer, Packets packets) {
        StepView view = run.step(step);
        if (view.arrived().isEmpty()) {
            return;
        }
        Host receiver = view.host().orElseThrow();
        SegmentView segment = view.arrived().get();
        int number = flights.arrivingIn(step).map(Flight::number).orElse(0);
        List<String> words = new ArrayList<>(new StepStory(run, flights).sentences(step));
        if (Ending.of(run).isViolation(step)) {
            words.add("This violates " + run.claim().id() + ".");
        }
        writer.packet(
                time(run, step, false),
                packets.packet(receiver.peer(), segment, run.instant(step) - segment.age(), number),
                PcapngWriter.INBOUND,
                "step " + step + ": " + String.join(" ", words));
    }

    private static Host where(Counterexample run) {
        int last = run.length();
        return Ending.of(run).isViolation(last) ? run.step(last).host().orElse(Host.A) : Host.A;
    }

    private static String fate(Flight flight) {
        return switch (flight.fate()) {
            case ARRIVED ->
                "arrives in step " + flight.arrivals().get(0).step()
                        + (flight.arrivals().size() > 1 ? " and again" : "");
            case LOST -> "lost";
            case OVERFLOWED -> "lost, the network is full";
            case OVERTAKEN -> "lost, overtaken";
            case MERGED -> "lost; #" + flight.mergedInto().orElseThrow() + " is equal to it";
            case IN_FLIGHT -> "under way at the end of the run";
        };
    }

    /** Nanoseconds since the start of the run; what a step sends follows what it receives. */
    private static long time(Counterexample run, int step, boolean sends) {
        long tick = run.scenario()
                .statement()
                .realTime()
                .map(real -> real.tick())
                .orElse(DEFAULT_TICK)
                .toNanos();
        long apart = Math.max(1, Math.min(MOST_APART, tick / (2L * run.length() + 2)));
        return run.instant(step) * tick + (2L * step + (sends ? 1 : 0)) * apart;
    }
}
