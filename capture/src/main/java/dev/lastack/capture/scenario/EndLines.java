package dev.lastack.capture.scenario;

import dev.lastack.capture.connection.Address;
import dev.lastack.capture.findings.Finding;
import dev.lastack.capture.findings.FindingKind;
import dev.lastack.capture.scenario.KnobObservations.Connection;
import java.util.Optional;
import java.util.function.Function;

/** The knobs of one end. */
final class EndLines {

    private final Connection connection;
    private final EndFacts end;
    private final Facts facts;
    private final ChosenTick ticks;

    EndLines(Connection connection, EndFacts end, Facts facts, ChosenTick ticks) {
        this.connection = connection;
        this.end = end;
        this.facts = facts;
        this.ticks = ticks;
    }

    void write(StackChoice stack, KnobLines lines) {
        stack.variant().ifPresent(name -> lines.knob("extends", name, "the stack as the user says"));
        timeWait(stack, lines);
        boolean random = facts.oldAccepted();
        lines.knob(
                "isn",
                random ? "random" : end.initialNumbers.value(),
                random ? "an old segment had numbers of the new incarnation" : end.initialNumbers.words());
        if (random || end.initialNumbers == InitialNumbers.RANDOM) {
            lines.knob("window", 1, "bound of the search");
        }
        lines.knob(
                "timestamps",
                facts.timestamps() ? "on" : "off",
                facts.timestamps() ? "both ends sent the option" : "not both ends sent the option");
        retransmission(lines);
        data(lines);
        close(lines);
        open(lines);
    }

    /** Text in one direction keeps the space small. */
    private void data(KnobLines lines) {
        boolean stands = end.text > 0 && (end == connection.a || connection.a.text == 0);
        lines.knob(
                "data",
                stands ? 1 : 0,
                end.text + " octets observed"
                        + (stands ? "; one stands for them" : end.text > 0 ? "; left out, to bound the search" : ""));
    }

    private void timeWait(StackChoice stack, KnobLines lines) {
        long length = stack.known() ? ticks.down(stack.timeWait().most()) : 2L * ticks.msl();
        String words = stack.known() ? ChosenTick.text(stack.timeWait().most()) : "not known: 2 MSL (RFC 9293 §3.6.1)";
        if (facts.situations().contains(FindingKind.TIME_WAIT_TOO_SHORT) && length >= ticks.msl()) {
            // The end did not stay long enough to answer what the peer sent within its lifetime.
            length = ticks.msl() - 1L;
            words = "the peer's FIN came when TIME-WAIT was over";
        }
        lines.knob("time-wait", length, words);
        boolean byNumber = connection.a.initialNumbers == InitialNumbers.MONOTONIC || !facts.timestamps();
        found(FindingKind.SYN_ACCEPTED_IN_TIME_WAIT, Finding::b)
                .ifPresent(finding -> lines.knob(
                        "time-wait.syn",
                        byNumber ? "reopen-if-newer-seq" : "reopen-if-newer-timestamp",
                        "a SYN was accepted in TIME-WAIT"));
        if (found(FindingKind.PORT_REUSED_IN_TIME_WAIT, Finding::a).isPresent()) {
            lines.knob("time-wait.reuse-after", 0, "the port was reused in TIME-WAIT");
            lines.knob(
                    "time-wait.reuse-needs",
                    facts.timestamps() ? "timestamps" : "nothing",
                    facts.timestamps() ? "both ends sent the option" : "the option was not sent");
        }
        if (facts.situations().contains(FindingKind.TIME_WAIT_ASSASSINATED)) {
            lines.knob("time-wait.rst", "exact", "an RST ended TIME-WAIT");
        }
        if (facts.situations().contains(FindingKind.FIN_WAIT_2_EXPIRED) && !end.closedAfterPeer) {
            lines.knob("fin-wait-2-timeout", 1, "FIN-WAIT-2 ended before the peer's FIN came");
        }
    }

    /** The finding of {@code situation} in which this end has the {@code role} of its incarnation. */
    private Optional<Finding> found(FindingKind situation, Function<Finding, Address> role) {
        return facts.findings().stream()
                .filter(finding ->
                        finding.situation() == situation && role.apply(finding).equals(end.address))
                .findFirst();
    }

    private void retransmission(KnobLines lines) {
        if (end.repetitions == 0) {
            lines.knob("rto", 1, "no segment was sent again");
            return;
        }
        int least = ticks.up(end.shortestGap);
        int most = ticks.up(end.longestGap);
        lines.knob(
                "rto",
                least == most ? least : least + ".." + most,
                "segments were sent again " + end.repetitions + " times, after " + ChosenTick.text(end.shortestGap)
                        + " to " + ChosenTick.text(end.longestGap));
    }

    private void close(KnobLines lines) {
        boolean passive = end.closedAfterPeer && !connection.simultaneous;
        boolean peerPassive = (end == connection.a ? connection.b : connection.a).closedAfterPeer;
        lines.knob(
                "close",
                passive && !peerPassive ? "after-peer" : "may",
                end.closedAfterPeer ? "it closed after the peer" : end.closed ? "it closed" : "it did not close");
    }

    private void open(KnobLines lines) {
        lines.knob(
                "open",
                end.opened && end.accepted ? "both" : end.opened ? "active" : "listen",
                end.opened && end.accepted
                        ? "it opened incarnations and accepted others"
                        : end.opened ? "it opened every incarnation" : "it accepted every incarnation");
    }
}
