package dev.lastack.model.state;

import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.Environment.Start;
import java.util.List;

/** The fields of the whole state: what is left of the bounded events. */
public final class SharedFields {

    public final StateLayout.Field lossLeft;
    public final StateLayout.Field duplicationLeft;
    public final StateLayout.Field abortsLeft;
    public final StateLayout.Field crashesLeft;
    public final StateLayout.Field forgeriesLeft;
    /** Incarnations that can still be opened. */
    public final StateLayout.Field incarnationsLeft;
    /** Ghost: a TCB was given up at R2. */
    public final StateLayout.Field gaveUp;

    SharedFields(StateLayout.Builder fields, Scenario scenario) {
        Environment environment = scenario.environment();
        boolean mayGiveUp = scenario.a().retransmission().limit() != EndpointKnobs.UNLIMITED
                || scenario.b().retransmission().limit() != EndpointKnobs.UNLIMITED;
        lossLeft = fields.shared("loss", counted(environment.loss()));
        duplicationLeft = fields.shared("duplication", counted(environment.duplication()));
        abortsLeft = fields.shared("abort", environment.abort());
        crashesLeft = fields.shared("crash", environment.crash());
        forgeriesLeft = fields.shared("forge", environment.forge());
        incarnationsLeft = fields.shared("incarnations", opened(environment));
        gaveUp = fields.shared("gave up", mayGiveUp ? 1 : 0);
    }

    /** What is left of the bounded events. */
    public List<StateLayout.Field> budgets() {
        return List.of(lossLeft, duplicationLeft, abortsLeft, crashesLeft, forgeriesLeft, incarnationsLeft);
    }

    /** The incarnations that active OPENs may start. */
    public static int opened(Environment environment) {
        return environment.incarnations() - (environment.start() == Start.ESTABLISHED ? 1 : 0);
    }

    private static int counted(int budget) {
        return budget == EndpointKnobs.UNLIMITED ? 0 : budget;
    }
}
