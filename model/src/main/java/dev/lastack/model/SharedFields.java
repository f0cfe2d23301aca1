package dev.lastack.model;

import dev.lastack.scenario.EndpointKnobs;
import dev.lastack.scenario.Environment;
import dev.lastack.scenario.Environment.Start;
import dev.lastack.scenario.Scenario;
import java.util.List;

/** The fields of the whole state: what is left of the bounded events. */
final class SharedFields {

    final StateLayout.Field lossLeft;
    final StateLayout.Field duplicationLeft;
    final StateLayout.Field abortsLeft;
    final StateLayout.Field crashesLeft;
    final StateLayout.Field forgeriesLeft;
    /** Incarnations that can still be opened. */
    final StateLayout.Field incarnationsLeft;
    /** Ghost: a TCB was given up at R2. */
    final StateLayout.Field gaveUp;

    SharedFields(StateLayout.Builder fields, Scenario scenario) {
        Environment environment = scenario.environment();
        boolean mayGiveUp = scenario.a().retransmissions() != EndpointKnobs.UNLIMITED
                || scenario.b().retransmissions() != EndpointKnobs.UNLIMITED;
        lossLeft = fields.shared("loss", counted(environment.loss()));
        duplicationLeft = fields.shared("duplication", counted(environment.duplication()));
        abortsLeft = fields.shared("abort", environment.abort());
        crashesLeft = fields.shared("crash", environment.crash());
        forgeriesLeft = fields.shared("forge", environment.forge());
        incarnationsLeft = fields.shared("incarnations", opened(environment));
        gaveUp = fields.shared("gave up", mayGiveUp ? 1 : 0);
    }

    /** What is left of the bounded events. */
    List<StateLayout.Field> budgets() {
        return List.of(lossLeft, duplicationLeft, abortsLeft, crashesLeft, forgeriesLeft, incarnationsLeft);
    }

    /** The incarnations that active OPENs may start. */
    static int opened(Environment environment) {
        return environment.incarnations() - (environment.start() == Start.ESTABLISHED ? 1 : 0);
    }

    private static int counted(int budget) {
        return budget == EndpointKnobs.UNLIMITED ? 0 : budget;
    }
}
