package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StateView;
import dev.lastack.scenario.Scenarios;
import dev.lastack.tcp.ControlBits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The atoms of the network agree with the decoded states of random runs, and each is seen both true and false. */
class NetworkAtomsTest {

    private static final Map<String, Predicate<StateView>> ATOMS = Map.of(
            "network.empty", state -> state.toA().isEmpty() && state.toB().isEmpty(),
            "toA.contains(FIN)", state -> some(state.toA(), ControlBits.FIN),
            "toB.contains(FIN)", state -> some(state.toB(), ControlBits.FIN),
            "toA.contains(SYN)", state -> some(state.toA(), ControlBits.SYN),
            "toB.contains(SYN)", state -> some(state.toB(), ControlBits.SYN),
            "toA.contains(RST)", state -> some(state.toA(), ControlBits.RST),
            "toB.contains(ACK)", state -> some(state.toB(), ControlBits.ACK),
            "toB.contains(text)", state -> state.toB().stream().anyMatch(segment -> segment.length() > 0));

    private static boolean some(List<SegmentView> segments, int control) {
        return segments.stream().anyMatch(segment -> segment.has(control));
    }

    @Test
    void sayWhatIsInFlight() {
        TerminationModel model =
                TerminationModel.of(Scenarios.variant("rfc9293").with(Map.of("A.data", "1", "loss", "unlimited")));
        TerminationAtoms atoms = new TerminationAtoms(model);
        Map<String, Integer> times = new HashMap<>();
        for (int run = 0; run < 100; run++) {
            for (long[] state : states(model, run)) {
                StateView view = model.decode(state);
                long[] shifted = new long[state.length + 3];
                System.arraycopy(state, 0, shifted, 3, state.length);
                ATOMS.forEach((name, expected) -> {
                    boolean holds = atoms.find(name).orElseThrow().test(shifted, 3);
                    if (holds != expected.test(view)) {
                        throw new AssertionError(name + " is " + holds + " of " + view);
                    }
                    times.merge(name + " " + holds, 1, Integer::sum);
                });
            }
        }
        assertThat(times).hasSize(2 * ATOMS.size());
    }

    private static List<long[]> states(TerminationModel model, long seed) {
        Random random = new Random(seed);
        Steps steps = new Steps(model);
        long[][] states = new long[60][];
        states[0] = steps.initial().get(0);
        for (int i = 1; i < states.length; i++) {
            List<Trace.Step> enabled = steps.from(states[i - 1]);
            states[i] = enabled.isEmpty()
                    ? states[i - 1]
                    : enabled.get(random.nextInt(enabled.size())).target();
        }
        return Arrays.asList(states);
    }

    @Test
    void othersDoNotExist() {
        TerminationAtoms atoms = new TerminationAtoms(TerminationModel.of(Scenarios.variant("two-msl")));
        for (String name : List.of(
                "network",
                "network.full",
                "toA.contains",
                "toA.contains(URG)",
                "toC.contains(FIN)",
                "toA.contains(FIN")) {
            assertThat(atoms.find(name)).as(name).isEmpty();
        }
        assertThat(atoms.names()).contains("network.empty", "toA|toB.contains(SYN|FIN|RST|ACK|text)");
    }
}
