package dev.lastack.conformance.lockstep;

import java.util.List;
import java.util.stream.Stream;

/** The page that lists what became of every counterexample and lasso of the shipped scenarios. */
final class ReplayedPage {

    private static final String HEAD = """
            # Violations, shown on two endpoints

            Every claim that a shipped scenario states to be violated, and what two executable endpoints make of the run that
            breaks it. *Shown* means two things: step by step the endpoints send the same segments and go through the same
            states as the model; and an onlooker who sees only them — what users are told and receive, what is sent, what they
            show — finds that the claim is broken, by the last step and by none before. A lasso is gone round twice, and the
            endpoints, their timers and the network are then as they were before. How the onlooker judges each claim is said
            in `ClaimWatch` and `RunWatch`; that it judges single steps as the model does is checked at each random step.

            At 32 bits the same calls are made and the same segments arrive at the same ticks, each tick as many milliseconds
            as the scenario says (a second where it does not), with initial sequence numbers as in the model or, where the
            scenario leaves them to chance, by one modulus before or behind. A run that is not the same then *needs wrap*: it
            lives on numbers that coincide in a small space only.

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
