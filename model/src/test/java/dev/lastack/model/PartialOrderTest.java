package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.model.rules.Observation;
import dev.lastack.model.state.Action;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The figures of {@code docs/adr/003-no-partial-order.md}: where the order of steps might be a mere matter of order. */
class PartialOrderTest {

    /** States; those from which no tick leads; of these, those where both hosts have steps and one host sends nothing. */
    private record Counts(int states, int tickless, int oneSilent) {}

    @Test
    void timeMayPassInMostStates() {
        assertThat(count(Scenarios.variant("two-msl"))).isEqualTo(new Counts(20_370, 7_495, 2_575));
        assertThat(count(Scenarios.variant("rfc9293"))).isEqualTo(new Counts(179_438, 66_281, 27_187));
    }

    @Test
    void timeMayPassInEveryStateWhereEverySegmentMayBeLost() {
        Scenario hostile = Scenarios.variant("rfc793")
                .with(Map.of("capacity", "2", "data", "0", "loss", "unlimited", "duplication", "unlimited"));
        assertThat(count(hostile)).isEqualTo(new Counts(3_772, 0, 0));
    }

    private static Counts count(Scenario scenario) {
        TerminationModel model = TerminationModel.of(scenario);
        Expander expander = model.expander();
        Seen seen = new Seen(model.words());
        expander.initial(seen);
        int tickless = 0;
        int oneSilent = 0;
        while (!seen.queue.isEmpty()) {
            seen.begin();
            expander.successors(seen.queue.remove(), 0, seen);
            if (!seen.ticks) {
                tickless++;
                boolean both = seen.moves[0] && seen.moves[1];
                oneSilent += both && !(seen.sends[0] && seen.sends[1]) ? 1 : 0;
            }
        }
        return new Counts(seen.states.size(), tickless, oneSilent);
    }

    private static final class Seen implements StepSink {
        private final int words;
        private final Set<LongBuffer> states = new HashSet<>();
        private final Queue<long[]> queue = new ArrayDeque<>();
        private boolean ticks;
        private final boolean[] moves = new boolean[2];
        private final boolean[] sends = new boolean[2];

        Seen(int words) {
            this.words = words;
        }

        void begin() {
            ticks = false;
            Arrays.fill(moves, false);
            Arrays.fill(sends, false);
        }

        @Override
        public void step(int action, long observations, long[] target, int offset) {
            if (Observation.TICK.in(observations)) {
                ticks = true;
            } else {
                moves[Action.ownerOf(action)] = true;
                sends[Action.ownerOf(action)] |= Observation.EMISSION.in(observations);
            }
            long[] state = Arrays.copyOfRange(target, offset, offset + words);
            if (states.add(LongBuffer.wrap(state))) {
                queue.add(state);
            }
        }

        /** A tick that is cut exists all the same. */
        @Override
        public void cut(int bound) {
            ticks = true;
        }
    }
}
