package dev.lastack.capture.scenario;

import dev.lastack.capture.findings.Finding;
import dev.lastack.capture.findings.FindingKind;
import dev.lastack.capture.scenario.KnobObservations.Connection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scenario file of a recorded connection: what was observed, what the user says about the stacks, and for the rest the
 * least that a search needs. What a finding proves is possible in it.
 */
public final class CapturedScenario {

    private static final Set<FindingKind> BY_ABORT = EnumSet.of(
            FindingKind.ABORTED,
            FindingKind.RST_IN_LAST_ACK,
            FindingKind.RST_AFTER_BOTH_FINS,
            FindingKind.RESET_AFTER_FIN,
            FindingKind.OLD_RST_ACCEPTED);

    private static final Set<FindingKind> BY_STRANGER =
            EnumSet.of(FindingKind.RST_REFUTED, FindingKind.TIME_WAIT_ASSASSINATED);

    private static final Set<FindingKind> BY_CRASH = EnumSet.of(FindingKind.HALF_OPEN_RESET);

    private static final Set<FindingKind> OLD_ACCEPTED = EnumSet.of(
            FindingKind.OLD_FIN_ACCEPTED,
            FindingKind.OLD_DATA_ACCEPTED,
            FindingKind.OLD_ACK_ACCEPTED,
            FindingKind.OLD_RST_ACCEPTED);

    private final Connection connection;
    private final Facts facts;
    private final ChosenTick ticks;
    private final KnobLines lines = new KnobLines();

    private CapturedScenario(Connection connection, List<Finding> all, StackChoice a, StackChoice b) {
        this.connection = connection;
        List<Finding> findings = all.stream()
                .filter(finding ->
                        Set.of(finding.a(), finding.b()).equals(Set.of(connection.a.address, connection.b.address)))
                .toList();
        Set<FindingKind> situations = EnumSet.noneOf(FindingKind.class);
        findings.forEach(finding -> situations.add(finding.situation()));
        boolean oldAccepted = situations.stream().anyMatch(OLD_ACCEPTED::contains);
        this.facts = new Facts(findings, connection.a.stamped && connection.b.stamped, oldAccepted, situations);
        this.ticks = ChosenTick.of(a, b, connection.oldestCopy);
    }

    /**
     * The text of the file.
     *
     * @param findings of the capture; those of other connections do not count
     * @return nothing unless exactly one connection was observed
     */
    public static Optional<String> of(
            KnobObservations observations, List<Finding> findings, StackChoice a, StackChoice b) {
        return observations.single().map(connection -> new CapturedScenario(connection, findings, a, b).text(a, b));
    }

    private String text(StackChoice a, StackChoice b) {
        lines.comment("A is " + connection.a.address + ", B is " + connection.b.address + ".");
        lines.comment(
                "A tick is " + ChosenTick.text(ticks.tick()) + ". Shorter times are rounded, so that a search ends.");
        lines.plain("description: a recorded connection");
        lines.blank();
        lines.plain("A:");
        new EndLines(connection, connection.a, facts, ticks).write(a, lines.indented());
        lines.plain("B:");
        new EndLines(connection, connection.b, facts, ticks).write(b, lines.indented());
        lines.blank();
        network(a.known() || b.known());
        bounds();
        return lines.text();
    }

    private void network(boolean stackKnown) {
        boolean longer = ticks.down(connection.oldestCopy) > 0 && connection.oldestCopy > 0;
        lines.knob(
                "msl",
                ticks.msl(),
                longer
                        ? "an old segment came at least " + ChosenTick.text(connection.oldestCopy)
                                + " after it was sent"
                        : stackKnown ? "half of TIME-WAIT" : "not observed: RFC 9293 §3.4.2");
        boolean lostForGood = connection.a.finUnacknowledged || connection.b.finUnacknowledged;
        long repetitions = connection.a.repetitions + connection.b.repetitions;
        lines.knob(
                "loss",
                lostForGood ? "unlimited" : "1",
                lostForGood
                        ? "a FIN was not acknowledged until the capture ends"
                        : repetitions == 0
                                ? "no segment was sent again; one may still be lost"
                                : repetitions + " segments were sent again; one of them is lost");
        lines.knob(
                "duplication",
                connection.oldCopies > 0 ? "1" : "none",
                connection.oldCopies > 0
                        ? connection.oldCopies + " packets of the incarnation before came again"
                        : "no packet came again");
        lines.knob("reordering", "on", "segments may overtake each other");
    }

    private void bounds() {
        lines.knob("capacity", 2, "bound of the search");
        if (facts.oldAccepted() || random()) {
            lines.knob("sequence-space", 4, "bound of the search, for numbers that old segments can fit");
        }
        lines.knob(
                "incarnations",
                Math.min(connection.incarnations, 2),
                connection.incarnations + " observed; 2 shows what old segments can do");
        lines.knob("abort", count(BY_ABORT), observed(BY_ABORT));
        lines.knob("crash", count(BY_CRASH), observed(BY_CRASH));
        lines.knob("forge", count(BY_STRANGER), observed(BY_STRANGER));
    }

    private boolean random() {
        return connection.a.initialNumbers == InitialNumbers.RANDOM
                || connection.b.initialNumbers == InitialNumbers.RANDOM;
    }

    private int count(Set<FindingKind> causes) {
        return facts.situations().stream().anyMatch(causes::contains) ? 1 : 0;
    }

    private String observed(Set<FindingKind> causes) {
        List<String> found = facts.situations().stream()
                .filter(causes::contains)
                .map(FindingKind::id)
                .toList();
        return found.isEmpty() ? "none observed" : "may explain " + String.join(", ", found);
    }
}
