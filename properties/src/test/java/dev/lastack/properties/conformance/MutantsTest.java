package dev.lastack.properties.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            mvn -pl properties -am test -Dtest=MutantsTest -Dsurefire.failIfNoSpecifiedTests=false -Dtests.arguments=-Dlastack.promote=true
            ```

            and every build checks that it still says the truth.

            | mutant | %s |
            | --- |%s
            """;

    @Test
    void everyMutantIsCaughtAndTheEndpointIsNot() throws IOException {
        List<String> survivors = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        rows.add(row("none: the endpoint itself", StackFactory.OWN));
        assertThat(rows.get(0)).doesNotContain("caught");
        for (Mutants.Mutant mutant : Mutants.all()) {
            String row = row(mutant.name(), mutant.factory());
            rows.add(row);
            if (!row.contains("caught")) {
                survivors.add(mutant.name());
            }
        }
        String page = head() + String.join("\n", rows) + "\n";
        if (PROMOTE) {
            Files.writeString(PAGE, page);
        }
        assertThat(survivors).isEmpty();
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
