package dev.lastack.properties.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Job;
import dev.lastack.checker.partition.Jobs;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.recipe.ScenarioRecipe;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds a sweep on a cluster against the same sweep here. */
class ClusterSweepTest {

    private static Sweep sweep(String base, String... axes) {
        return Sweep.of(
                Scenarios.load(base), Stream.of(axes).map(Axis::parse).toList(), TerminationClaims.safety(), 100);
    }

    private static List<CellResult> run(Sweep sweep) {
        return sweep.run(Limits.none().withWorkers(2).withMaxStates(100_000), Map.of(), result -> {}, Progress.NONE);
    }

    /** Another process, as far as this one can tell: all that passes between them are bytes. */
    private static class Sending implements Jobs {

        @Override
        public int atATime() {
            return 3;
        }

        @Override
        public int atATimeInAProcess() {
            return 2;
        }

        @Override
        public <R extends Serializable> Optional<R> run(Job<R> job, BooleanSupplier halted) {
            return halted.getAsBoolean()
                    ? Optional.empty()
                    : Optional.of(sent(sent(job).run(() -> false)));
        }

        @SuppressWarnings("unchecked") // What is read is what was written.
        private static <T> T sent(T object) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
                return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            } catch (IOException | ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void theTableIsTheSameToTheByteWithCellsThatMakeNoScenarioOrHaveRealTimesOrReachALimit() {
        List<Sweep> sweeps = List.of(
                sweep("two-msl", "time-wait=0..2*msl", "A.isn=random,monotonic", "capacity=2,3"),
                sweep("two-msl", "msl=1,2", "time-wait=0,2*msl", "sequence-space=4,16"),
                sweep("one-tick-short", "msl=2s,60s", "time-wait=0,60s"));
        for (Sweep sweep : sweeps) {
            SweepTable table = SweepTable.of(sweep);
            assertThat(table.text(run(sweep.on(new Sending())))).isEqualTo(table.text(run(sweep)));
        }
        assertThat(run(sweeps.get(1))).anyMatch(result -> !result.finished());
    }

    @Test
    void aClusterThatGivesUpLeavesTheCellUndecided() {
        Jobs failing = new Sending() {
            @Override
            public <R extends Serializable> Optional<R> run(Job<R> job, BooleanSupplier halted) {
                throw new UncheckedIOException("the cluster gave up", new IOException());
            }
        };
        assertThat(run(sweep("two-msl", "time-wait=0,1").on(failing)))
                .extracting(CellResult::note)
                .containsExactly("the cluster gave up", "the cluster gave up");
    }

    @Test
    void aSweepThatIsCancelledWaitsForNoCell() {
        List<CellResult> results = sweep("two-msl", "time-wait=0,1")
                .on(new Sending())
                .run(Limits.none(), Map.of(), result -> {}, report -> false);
        assertThat(results).extracting(CellResult::finished).containsExactly(false, false);
    }

    @Test
    void aProcessOfAnotherBuildRefusesToWork() {
        ScenarioRecipe other = new ScenarioRecipe("two-msl", Map.of(), "another build");
        Jobs foreign = new Sending() {
            @Override
            public <R extends Serializable> Optional<R> run(Job<R> job, BooleanSupplier halted) {
                throw new AssertionError("made " + other.make());
            }
        };
        assertThatThrownBy(() -> run(sweep("two-msl", "time-wait=0,1").on(foreign)))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("another build");
    }

    @Test
    void aClaimThatIsWrittenInJavaIsRefusedByName() {
        Claim own = Claim.always("mine", "Nothing happens.", state -> true);
        Sweep sweep = Sweep.of(Scenarios.load("two-msl"), List.of(Axis.parse("time-wait=0")), List.of(own), 10);
        assertThatThrownBy(() -> sweep.on(new Sending()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("'mine'");
    }
}
