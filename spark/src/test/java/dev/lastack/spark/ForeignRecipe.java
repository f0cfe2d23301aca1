package dev.lastack.spark;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Problem;
import dev.lastack.checker.partition.Recipe;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.Scenarios;
import java.util.List;
import org.apache.spark.TaskContext;

/**
 * A problem that the driver can build and no task can.
 *
 * @param isReadable whether tasks find all classes; if not, they fail before they can say why
 */
record ForeignRecipe(boolean isReadable) implements Recipe {

    @Override
    public Problem build() {
        if (TaskContext.get() == null) {
            return new Problem(TerminationModel.of(Scenarios.load("two-msl")), List.of());
        }
        if (isReadable) {
            throw new Workspace.Unusable("lastack", "this process runs another build");
        }
        throw new NoClassDefFoundError("dev/lastack/Absent");
    }

    /** Like nothing, so that a task of this very process builds it again. */
    @Override
    public boolean equals(Object other) {
        return false;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
