package dev.lastack.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Distribution;
import dev.lastack.checker.partition.LocalDistribution;
import dev.lastack.checker.partition.SmallHere;
import dev.lastack.checker.partition.part.FolderStorage;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Reduction;
import dev.lastack.model.state.Tcb;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.properties.verification.recipe.Partitioning;
import dev.lastack.properties.verification.recipe.TerminationRecipe;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the partitioned search for the termination model against the explorer. */
class PartitionedVerificationTest {

    @TempDir
    Path temporary;

    private Report partitioned(Verification verification, int partitions, long threshold) {
        Path scratch = temporary.resolve("scratch");
        try (Distribution local =
                new SmallHere(threshold, new LocalDistribution(1, scratch), new LocalDistribution(2, scratch))) {
            return verification
                    .on(new Partitioning(
                            local,
                            name -> FolderStorage.at(temporary.resolve("states").resolve(name)),
                            false,
                            partitions))
                    .run();
        }
    }

    /** All that is promised to be the same. */
    static String results(Report report) {
        Exploration seen = report.exploration();
        StringBuilder text = new StringBuilder();
        text.append(seen.distinct())
                .append(' ')
                .append(seen.generated())
                .append(' ')
                .append(seen.levels());
        text.append(seen.counters()).append(seen.cuts()).append(seen.stopped()).append(report.bounds());
        for (ClaimResult result : report.claims()) {
            text.append('\n').append(result.claim().id()).append(": ").append(render(result.verdict()));
        }
        return text.toString();
    }

    private static String render(Verdict verdict) {
        if (!(verdict instanceof Verdict.Violated violated)) {
            return verdict.toString();
        }
        StringBuilder text = new StringBuilder(Arrays.toString(violated.trace().initial()));
        for (Trace.Step step : violated.trace().steps()) {
            text.append(' ').append(step.action()).append('/').append(step.observations());
            text.append(Arrays.toString(step.target()));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"one-tick-short, 3, 0", "one-tick-short, 64, 1000", "two-msl, 5, 300"})
    void aPartitionedVerificationHasTheSameResults(String variant, int partitions, long threshold) {
        Verification verification = Verification.of(Scenarios.load(variant));
        assertThat(results(partitioned(verification, partitions, threshold))).isEqualTo(results(verification.run()));
    }

    @Test
    void aGrowingCapacityHasAStorageForEach() {
        Scenario scenario = Scenarios.load("two-msl").with(Map.of("capacity", "1"));
        Verification verification = Verification.of(scenario)
                .engine(Engine.PLAIN) // As on a cluster.
                .limits(Limits.none().withMaxStates(20_000))
                .growingCapacity();
        assertThat(results(partitioned(verification, 2, 0))).isEqualTo(results(verification.run()));
        assertThat(temporary.resolve("states").resolve("capacity-1")).isDirectory();
    }

    @Test
    void claimsAboutWholeRunsAreInconclusiveForAReason() {
        Claim claim = TerminationClaims.byId("last-ack-resolves").orElseThrow();
        Scenario uncut = Scenarios.load("two-msl").with(Map.of("loss", "unlimited"));
        Report report = partitioned(Verification.of(uncut).claims(claim), 2, 0);
        assertThat(report.claims().get(0).verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(((Verdict.Inconclusive) report.claims().get(0).verdict()).why())
                .contains("cluster");
    }

    @Test
    void whatIsWrittenInJavaIsRefusedByName() {
        Claim own = Claim.always("mine", "Nothing happens.", state -> true);
        Verification verification = Verification.of(Scenarios.load("two-msl")).claims(own);
        assertThatThrownBy(() -> partitioned(verification, 2, 0))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("'mine'");
    }

    /** TIME-WAIT lasts one tick, whatever the knobs say. */
    static final class Hurried extends Decisions {
        @Override
        public int timeWaitTicks(Tcb tcb) {
            return 1;
        }
    }

    @Test
    void aVariantInJavaIsSentByTheNameOfItsClass() {
        Verification verification = Verification.of(Scenarios.load("two-msl")).variant(Variant.of(Hurried.class));
        Report here = verification.run();
        assertThat(here.claim("drained").orElseThrow().outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(results(partitioned(verification, 3, 0))).isEqualTo(results(here));
    }

    @Test
    void aVariantThatIsNoClassIsRefusedByName() {
        Variant parameterised = Variant.of("hurried by 1", fields -> new Hurried());
        Verification verification = Verification.of(Scenarios.load("two-msl")).variant(parameterised);
        assertThatThrownBy(() -> partitioned(verification, 2, 0))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("'hurried by 1'");
    }

    @Test
    void aProcessWithoutTheClassOfTheVariantSaysSo() {
        TerminationRecipe recipe =
                new TerminationRecipe("two-msl", Map.of(), "com.example.Absent", List.of(), List.of(), "");
        assertThatThrownBy(recipe::build)
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("com.example.Absent")
                .hasMessageContaining("--jars");
    }

    @Test
    void aRecipeThatIsSentBuildsTheSameModel() throws IOException, ClassNotFoundException {
        Scenario scenario = Scenarios.load("one-tick-short").with(Map.of("A.isn", "random"));
        TerminationModel model = TerminationModel.of(scenario, Variant.OF_KNOBS, Reduction.OF_STATES);
        TerminationRecipe recipe = TerminationRecipe.of(model, TerminationClaims.safety());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(recipe);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TerminationRecipe sent = (TerminationRecipe) in.readObject();
            assertThat(sent).isEqualTo(recipe);
            assertThat(((TerminationModel) sent.build().system()).describeLayout())
                    .isEqualTo(model.describeLayout());
        }
    }

    @Test
    void aProcessThatBuildsAnotherModelRefusesToWork() {
        TerminationModel model = TerminationModel.of(Scenarios.load("two-msl"));
        TerminationRecipe recipe = TerminationRecipe.of(model, TerminationClaims.safety());
        TerminationRecipe other = new TerminationRecipe(
                recipe.scenario(), recipe.knobs(), "", List.of(), recipe.claims(), recipe.model() + "another build");
        assertThatThrownBy(other::build).isInstanceOf(Workspace.Unusable.class).hasMessageContaining("another build");
    }
}
