package dev.lastack.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.stack.StackFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/mutants.md says which property catches which mutant. */
@Tag("deep")
class MutantsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "mutants.md");

    /** Set to write the page anew instead of comparing it. */
    private static final boolean REWRITE =
            System.getProperty("lastack.documents", "").equals("rewrite");

    private static final String PAGE_TEXT = """
            # Does the contract bite?

            Two readings of one text check each other (see [conformance.md](conformance.md)). Here one of them is wrong on purpose,
            and the table shows which test detects it, all from seed %d. This page is written by

            ```
            mvn -Pdeep -pl conformance -am test -Dtest=MutantsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dtests.arguments=-Dlastack.documents=rewrite
            ```

            and `-Pdeep` checks that it is still true. Every build checks that only the mutants named here survive.

            ## An endpoint that is wrong

            Each row is an endpoint that makes one decision wrongly, each column a property of the cross-validation. The rows are
            in `conformance/src/test/…/Mutants.java`, the columns in `ConformanceProperties.java`.

            %s
            *An older segment updates the window* survives, because it is masked. The model's windows are constant, and with the
            next segment a stream recovers from an outdated window. Witness: with the WL1 and WL2 check of RFC 9293 §3.10.7.4
            the endpoint keeps the newer window, `SynchronizedArrivalTest.olderSegmentDoesNotUpdateTheWindow`.

            ## A formal model that leaves out a rule

            Each row is a rule of SEGMENT ARRIVES, RFC 9293 §3.10.7, that the formal model does not follow: a check lets the
            segment pass on to the next one, an effect does not happen. "No answer" leaves out only the segment that the rule
            sends in reply. The first column names the safety claims whose verdict, or the length of whose counterexample,
            changes in the first of %d small scenarios that shows it. The other columns compare the model with the endpoint, which
            follows the rule. The scenarios are in `RuleScenarios.java`, the columns in `RuleProperties.java`.

            %s
            Rules that survive change nothing. What *the last check of LISTEN and of SYN-SENT* drops has nowhere else to go. *A
            segment without ACK* never reaches the fifth check: it is a SYN or an RST, which the second and the fourth check keep.
            Witness: no step of any scenario needs that rule until the fourth check is left out; then it decides
            (`RuleMutantsTest.theMaskedRuleIsMaskedByTheOnesNamed`).
            """;

    @Test
    void everyPropertyCatchesWhatThePageSays() throws IOException {
        List<RuleScenarios.Asking> scenarios = RuleScenarios.all();
        String page = PAGE_TEXT.formatted(ConformanceProperties.SEED, endpoints(), scenarios.size(), models(scenarios));
        if (REWRITE) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static String endpoints() {
        List<Function<StackFactory, Optional<String>>> columns = new ArrayList<>();
        for (ConformanceProperties property : ConformanceProperties.values()) {
            columns.add(stack -> property.fault(stack).map(any -> "caught"));
        }
        StringBuilder table = head("mutant", ConformanceProperties.values());
        String sound = row("none: the endpoint itself", StackFactory.OWN, columns);
        assertThat(sound).doesNotContain("caught");
        table.append(sound);
        Mutants.all().forEach(mutant -> table.append(row(mutant.name(), mutant.factory(), columns)));
        return table.toString();
    }

    private static String models(List<RuleScenarios.Asking> scenarios) {
        List<Function<RuleMutants.Mutant, Optional<String>>> columns = new ArrayList<>();
        for (RuleProperties property : RuleProperties.values()) {
            columns.add(mutant -> property.notices(mutant, scenarios)
                    .map(what -> property == RuleProperties.CLAIMS ? what : "caught"));
        }
        StringBuilder table = head("left out", RuleProperties.values());
        RuleMutants.all(scenarios).forEach(mutant -> table.append(row(mutant.toString(), mutant, columns)));
        return table.toString();
    }

    private static StringBuilder head(String first, Enum<?>... columns) {
        StringBuilder head = new StringBuilder("| ").append(first).append(" |");
        Arrays.stream(columns)
                .forEach(column -> head.append(' ')
                        .append(column.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .append(" |"));
        return head.append("\n| --- |").append(" --- |".repeat(columns.length)).append('\n');
    }

    private static <T> String row(String name, T mutant, List<Function<T, Optional<String>>> columns) {
        StringBuilder row = new StringBuilder("| ").append(name).append(" |");
        columns.forEach(column ->
                row.append(' ').append(column.apply(mutant).orElse("–")).append(" |"));
        return row.append('\n').toString();
    }
}
