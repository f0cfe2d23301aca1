package dev.lastack.counterexamples.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.junit.JUnitTest;
import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.OwnField;
import dev.lastack.model.state.OwnFields;
import dev.lastack.model.state.Tcb;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenarios;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A run of a variant in Java is a run of that variant only. */
class VariantTraceTest {

    private static final Variant IMPATIENT = Variant.of(Impatient.class);
    private static final Counterexample RUN = Counterexample.of(Verification.of(Scenarios.variant("two-msl"))
                    .variant(IMPATIENT)
                    .claims(TerminationClaims.NO_OLD_FIN)
                    .run()
                    .claims()
                    .get(0))
            .orElseThrow();

    /** Waits a tick less once anything was acknowledged. */
    static final class Impatient extends Decisions {
        private final OwnField hurried;

        Impatient(OwnFields fields) {
            hurried = fields.perHost("hurried", 1);
        }

        @Override
        public void acknowledged(Tcb tcb, int ticks) {
            hurried.set(tcb, 1);
        }

        @Override
        public int timeWaitTicks(Tcb tcb) {
            return super.timeWaitTicks(tcb) - hurried.get(tcb);
        }
    }

    @Test
    void whatTheVariantRemembersIsPartOfTheStatesInTheFile() {
        TraceFile trace = TraceFile.parse("run", TraceFile.text(RUN));

        assertThat(trace.variant()).isEqualTo(Impatient.class.getName());
        assertThat(trace.states()).isEqualTo(RUN.states());
        assertThat(RUN.after(RUN.length()).a().other()).containsEntry("hurried", 1);
    }

    @Test
    void itReplaysWithTheSameVariant() {
        TraceFile trace = TraceFile.parse("run", TraceFile.text(RUN));

        assertThat(Replay.of(trace).variant(IMPATIENT).run()).isInstanceOf(Replay.Outcome.Confirmed.class);
    }

    @Test
    void withoutItTheFileIsRefusedByName() {
        TraceFile trace = TraceFile.parse("run", TraceFile.text(RUN));

        assertThatThrownBy(() -> Replay.of(trace).run())
                .isInstanceOf(TraceFileException.class)
                .hasMessageContaining("run")
                .hasMessageContaining("variant " + Impatient.class.getName());
    }

    @Test
    void theReadyTestNamesTheVariant() {
        assertThat(new String(new JUnitTest().render(RUN), StandardCharsets.UTF_8))
                .contains("import dev.lastack.model.decisions.Variant;")
                .contains(".variant(Variant.of(" + VariantTraceTest.class.getName() + ".Impatient.class))");
    }
}
