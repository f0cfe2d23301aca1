package dev.lastack.conformance.lockstep;

import java.util.List;
import java.util.stream.Stream;

/** The page that lists what became of every counterexample and lasso of the shipped scenarios. */
final class ReplayedPage {

    private static final String HEAD = """
            # Violations, shown on two endpoints

            Every claim that a shipped scenario states to be violated, and how two executable endpoints take the run that
            violates it. *Shown* means two things. Step by step the endpoints send the same segments and go through the same
            states as the model. And a monitor that sees only the endpoints (what users are told and receive, what is sent, what
            they show) finds that the last step violates the claim, and no step before. A lasso is run twice; the
            endpoints, their timers and the network are then as they were before. `ClaimMonitor` and `RunMonitor` say how each
            claim is judged. At each random step the monitor's judgement of the step is compared with the model's.

            At 32 bits the same calls are made and the same segments arrive at the same ticks. A tick takes as many milliseconds
            as the scenario says, or a second if it says nothing. Initial sequence numbers are as in the model or, where the
            scenario leaves them to chance, one modulus before or behind. A run that is not the same then *needs wrap*: it
            depends on numbers that coincide only in a small space.

            ```
            mvn -pl conformance -am test -Dtest=ShippedScenariosTest -Dsurefire.failIfNoSpecifiedTests=false -Dtests.arguments=-Dlastack.documents=rewrite
            ```

            writes this page; every build checks it.

            | scenario | claim | steps | modulus | on the endpoints | at 32 bits |
            | --- | --- | --- | --- | --- | --- |
            """;

    private static final long WIRE = 1L << 32;

    private ReplayedPage() {}

    static String of(Stream<Replayed> replayed) {
        List<Replayed> all = replayed.toList();
        StringBuilder page = new StringBuilder(HEAD);
        all.forEach(each -> page.append(row(each)));
        long atWire = all.stream().filter(each -> each.needsWrap().isEmpty()).count();
        return page.append("\n%d runs, %d of them lassos; %d are shown at 32 bits too.\n"
                        .formatted(
                                all.size(),
                                all.stream()
                                        .filter(each -> each.loop().isPresent())
                                        .count(),
                                atWire))
                .toString();
    }

    private static String row(Replayed each) {
        String steps = each.loop().isEmpty()
                ? Integer.toString(each.steps())
                : (each.steps() - each.loop().getAsInt()) + " + loop of "
                        + each.loop().getAsInt();
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        each.scenario(),
                        each.claim(),
                        steps,
                        each.modulus() == WIRE ? "2^32" : Long.toString(each.modulus()),
                        each.shown() ? "shown" : "NOT SHOWN",
                        each.needsWrap().map(why -> "needs wrap: " + why).orElse("shown"));
    }
}
