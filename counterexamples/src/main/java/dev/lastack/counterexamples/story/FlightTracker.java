package dev.lastack.counterexamples.story;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Flight.Fate;
import dev.lastack.counterexamples.story.Flight.Moment;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.collections4.MultiSet;
import org.apache.commons.collections4.multiset.HashMultiSet;
import org.jspecify.annotations.Nullable;

/** Follows the segments of one run step by step; see {@link Flights} for the rule. */
final class FlightTracker {

    private final Counterexample run;
    private final List<Track> tracks = new ArrayList<>();

    /** Those of {@link #tracks} whose end is unknown, so that a long run costs no more for each step than a short one. */
    private final List<Track> open = new ArrayList<>();

    private Moment now = new Moment(0, 0);

    FlightTracker(Counterexample run) {
        this.run = run;
    }

    List<Flight> track() {
        for (Host to : Host.values()) {
            for (SegmentView segment : run.after(0).inFlightTo(to)) {
                emit(to.peer(), segment, new Moment(0, -segment.age()));
            }
        }
        for (int step = 1; step <= run.length(); step++) {
            follow(step, run.step(step), run.after(step));
        }
        return tracks.stream().map(Track::flight).toList();
    }

    private void follow(int step, StepView view, StateView after) {
        Moment arrival = new Moment(step, now.instant());
        if (Flights.delivers(view)) {
            arrive(view.host().orElseThrow(), view.arrived().orElseThrow(), arrival);
        }
        now = view.kind() == Kind.TICK ? new Moment(step, now.instant() + 1) : arrival;
        for (StepView.Emission emission : view.emitted()) {
            Track track = emit(emission.from(), emission.segment(), now);
            if (emission.overflowed()) {
                track.close(now, Fate.OVERFLOWED);
            }
        }
        for (Host to : Host.values()) {
            closeThoseGone(to, view, after.inFlightTo(to));
        }
        open.removeIf(track -> !track.open());
    }

    private Track emit(Host from, SegmentView segment, Moment sent) {
        Track track = new Track(tracks.size() + 1, from, anonymous(segment, 0), sent);
        tracks.add(track);
        open.add(track);
        return track;
    }

    private void arrive(Host at, SegmentView segment, Moment when) {
        int sent = when.instant() - segment.age();
        open.stream()
                .filter(track -> track.open() && track.from == at.peer() && track.sent.instant() == sent)
                .filter(track -> track.segment.equals(anonymous(segment, 0)))
                .min(Comparator.comparing(track -> track.arrivals.isEmpty() == segment.arrived()))
                .orElseThrow(() -> new AssertionError("step " + when.step() + ": " + segment + " arrives at " + at
                        + ", but nobody sent it; the model tells a step that it did not take"))
                .arrivals
                .add(when);
    }

    /** Holds the open flights against the segments in the state: what is not among them has ended. */
    private void closeThoseGone(Host to, StepView view, List<SegmentView> inFlight) {
        MultiSet<SegmentView> left = new HashMultiSet<>();
        inFlight.forEach(segment -> left.add(anonymous(segment, segment.age())));
        List<Track> candidates = open.stream()
                .filter(track -> track.open() && track.from == to.peer())
                .sorted(Comparator.comparing(this::arrivedNow).thenComparing(track -> -track.number))
                .toList();
        for (Track track : candidates) {
            if (!left.remove(anonymous(track.segment, now.instant() - track.sent.instant()))) {
                end(track, view);
            }
        }
        if (!left.isEmpty()) {
            throw new AssertionError("step " + now.step() + ": " + left + " in flight to " + to
                    + ", but nobody sent it; the model tells a step that it did not take");
        }
    }

    private boolean arrivedNow(Track track) {
        return track.arrivals.contains(now);
    }

    private void end(Track track, StepView view) {
        Optional<Track> standIn = open.stream()
                .filter(other -> other != track && other.open() && other.sent.equals(now))
                .filter(other -> other.from == track.from && other.segment.equals(track.segment))
                .reduce((first, second) -> second);
        if (!track.arrivals.isEmpty()) {
            track.close(now, Fate.ARRIVED);
        } else if (standIn.isPresent()) {
            track.standIn = standIn.get();
            track.close(now, Fate.MERGED);
        } else {
            track.close(now, timeEnds(view) ? Fate.LOST : Fate.OVERTAKEN);
        }
    }

    /** Whether a segment that ends in this step ends by its age. */
    private static boolean timeEnds(StepView view) {
        return view.kind() == Kind.TICK || !view.expired().isEmpty();
    }

    /**
     * The segment without what time and chance did to it: what makes two emissions equal. Timestamps are told relative to
     * the present, so that they are a function of the age.
     */
    private static SegmentView anonymous(SegmentView s, int age) {
        return new SegmentView(s.control(), s.seq(), s.ack(), s.length(), 0, 0, s.incarnation(), age, false);
    }

    /** A flight while its end is unknown. */
    private static final class Track {

        private final int number;
        private final Host from;
        private final SegmentView segment;
        private final Moment sent;
        private final List<Moment> arrivals = new ArrayList<>();
        private @Nullable Moment end;
        private @Nullable Fate fate;
        private @Nullable Track standIn;

        Track(int number, Host from, SegmentView segment, Moment sent) {
            this.number = number;
            this.from = from;
            this.segment = segment;
            this.sent = sent;
        }

        boolean open() {
            return end == null;
        }

        void close(Moment when, Fate how) {
            end = when;
            fate = how;
        }

        Flight flight() {
            Fate known = fate != null ? fate : arrivals.isEmpty() ? Fate.IN_FLIGHT : Fate.ARRIVED;
            OptionalInt merged = standIn == null ? OptionalInt.empty() : OptionalInt.of(standIn.number);
            return new Flight(number, from, segment, sent, arrivals, Optional.ofNullable(end), known, merged);
        }
    }
}
