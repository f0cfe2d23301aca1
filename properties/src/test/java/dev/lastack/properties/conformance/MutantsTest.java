package dev.lastack.properties.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract bites: every mutant is caught, and which property catches which is the table of docs/mutants.md. */
class MutantsTest {

    private static final Path PAGE = Path.of("..", "docs", "mutants.md");

    /** Set to write the page anew instead of comparing it. */
    private static final boolean PROMOTE = Boolean.getBoolean("lastack.promote");

    private static final String HEAD = """
            # Does the contract bite?

            Each row is an endpoint that takes one decision wrongly; each column a property of the cross-validation. A cell
            says what the property found, all from seed %d. The rows are `properties/src/test/…/Mutants.java`, the columns
            `ConformanceProperties.java`. This page is written by

            ```
            mvn -Pdeep -pl properties -am test -Dtest=MutantsTest -Dsurefire.failIfNoSpecifiedTests=false -Dtests.arguments=-Dlastack.promote=true
            ```

            and `-Pdeep` checks that it still says the truth; every build checks that no mutant but the masked one survives.

            | mutant | %s |
            | --- |%s
            """;

    private static final String FOOT = """

            *An older segment updates the window* survives: it is masked. The model's windows are constant, and a stream
            recovers from a window that is out of date by the next segment. Witness: with RFC 9293 §3.10.7.4's WL1 and WL2
            check the endpoint keeps the newer window, `SynchronizedArrivalTest.olderSegmentDoesNotUpdateTheWindow`.
            """;

    /** Windows are constant in the model, and a window that is out of date does not spoil a stream: masked. */
    private static final List<String> MASKED = List.of("an older segment updates the window");

    @Test
    void everyMutantIsCaught() {
        List<String> survivors = Mutants.all().stream()
                .filter(mutant -> Stream.of(ConformanceProperties.RANDOM_STEPS, ConformanceProperties.STREAM)
                        .allMatch(property -> property.fault(mutant.factory()).isEmpty()))
                .map(Mutants.Mutant::name)
                .toList();
        assertThat(survivors).isEqualTo(MASKED);
    }

    @Tag("deep")
    @Test
    void everyPropertyCatchesWhatThePageSays() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add(row("none: the endpoint itself", StackFactory.OWN));
        assertThat(rows.get(0)).doesNotContain("caught");
        Mutants.all().forEach(mutant -> rows.add(row(mutant.name(), mutant.factory())));
        String page = head() + String.join("\n", rows) + "\n" + FOOT;
        if (PROMOTE) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static String head() {
        List<String> names = new ArrayList<>();
        for (ConformanceProperties property : ConformanceProperties.values()) {
            names.add(property.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return HEAD.formatted(ConformanceProperties.SEED, String.join(" | ", names), " --- |".repeat(names.size()));
    }

    private static String row(String name, StackFactory factory) {
        StringBuilder row = new StringBuilder("| " + name + " |");
        for (ConformanceProperties property : ConformanceProperties.values()) {
            Optional<String> fault = property.fault(factory);
            row.append(fault.isPresent() ? " caught |" : " – |");
        }
        return row.toString();
    }
}
