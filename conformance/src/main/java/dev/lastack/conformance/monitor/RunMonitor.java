package dev.lastack.conformance.monitor;

import dev.lastack.model.view.StepView.Kind;
import dev.lastack.properties.claims.RunClaim;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Checks the claims about whole runs on a pair of executables that has repeated a loop until it was in the same state again:
 * what has not happened by then never happens.
 */
final class RunMonitor {

    /** {@code bothClosed}: after the step no user has anything left to close. */
    private record Seen(Occurrence step, boolean bothClosed) {}

    private final List<Seen> run = new ArrayList<>();
    private final ClaimMonitor watch;

    RunMonitor(ClaimMonitor watch) {
        this.watch = watch;
    }

    /** The next step, after {@link ClaimMonitor} has seen it. */
    void note(Occurrence step) {
        boolean bothClosed =
                Stream.of(Host.values()).allMatch(host -> watch.history(host).closed() || gone(step, host));
        run.add(new Seen(step, bothClosed));
    }

    /**
     * Whether the run violates {@code claim}.
     *
     * @param loopStart the index of the first step of the loop
     */
    boolean violates(RunClaim claim, int loopStart) {
        return switch (claim) {
            case LAST_ACK_RESOLVES -> eitherStaysFrom(loopStart, TcpState.LAST_ACK);
            case FIN_WAIT_1_RESOLVES -> eitherStaysFrom(loopStart, TcpState.FIN_WAIT_1);
            case FIN_WAIT_2_RESOLVES -> eitherStaysFrom(loopStart, TcpState.FIN_WAIT_2);
            case CLOSE_WAIT_RESOLVES -> eitherStaysFrom(loopStart, TcpState.CLOSE_WAIT);
            case CLOSING_RESOLVES -> eitherStaysFrom(loopStart, TcpState.CLOSING);
            case TIME_WAIT_RESOLVES -> eitherStaysFrom(loopStart, TcpState.TIME_WAIT);
            case TERMINATES -> neverAfter(Seen::bothClosed, seen -> bothGone(seen.step()), loopStart);
            case HALF_OPEN_HEALS ->
                Stream.of(Host.values())
                        .anyMatch(host -> neverAfter(
                                seen -> seen.step().after(host).synchronised() && gone(seen.step(), host.peer()),
                                seen -> !seen.step().after(host).synchronised(),
                                loopStart));
            case OPENS -> Stream.of(Host.values()).anyMatch(this::neverOpens);
            case LAST_ACK_WITHIN ->
                eitherStaysFrom(loopStart, TcpState.LAST_ACK) && loop(loopStart).anyMatch(step -> step.is(Kind.TICK));
            case QUIET -> answersForEver(loopStart);
        };
    }

    private Stream<Occurrence> loop(int loopStart) {
        return run.subList(loopStart, run.size()).stream().map(Seen::step);
    }

    private boolean eitherStaysFrom(int loopStart, TcpState state) {
        return Stream.of(Host.values())
                .anyMatch(host ->
                        loop(loopStart).allMatch(step -> step.after(host).in(state)));
    }

    /** {@code cause} is true once in the loop, or before it and {@code outcome} not since, and never {@code outcome}. */
    private boolean neverAfter(Predicate<Seen> cause, Predicate<Seen> outcome, int loopStart) {
        if (run.subList(loopStart, run.size()).stream().anyMatch(outcome)) {
            return false;
        }
        int since = run.size();
        while (since > 0 && !outcome.test(run.get(since - 1))) {
            since--;
        }
        return run.subList(since, run.size()).stream().anyMatch(cause);
    }

    private static boolean bothGone(Occurrence step) {
        return gone(step, Host.A) && gone(step, Host.B);
    }

    private static boolean gone(Occurrence step, Host host) {
        return !step.after(host).alive();
    }

    /** From some SYN-SENT on the connection is given up, or is in the SYN states for ever. */
    private boolean neverOpens(Host host) {
        boolean opening = false;
        for (Seen seen : run) {
            Look look = seen.step().after(host);
            if (opening && !look.alive()) {
                return true;
            }
            opening = look.in(TcpState.SYN_SENT) || (opening && look.in(TcpState.SYN_RECEIVED));
        }
        return opening;
    }

    /** In the loop segments answer segments, and neither a user nor a timer has a part in it. */
    private boolean answersForEver(int loopStart) {
        boolean answered = loop(loopStart)
                .anyMatch(
                        step -> step.event().arrival() && !step.effect().sent().isEmpty());
        boolean undriven = loop(loopStart)
                .allMatch(step -> step.event().arrival()
                        || step.is(Kind.LEAVE)
                        || (step.is(Kind.TICK) && step.effect().sent().isEmpty() && sameStates(step)));
        return answered && undriven;
    }

    /** No timer has ended a connection. */
    private static boolean sameStates(Occurrence step) {
        return Stream.of(Host.values())
                .allMatch(host ->
                        step.before(host).state().equals(step.after(host).state()));
    }
}
