package dev.lastack.spark;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.partition.Problem;
import dev.lastack.checker.partition.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The same problem, but the first process that has expanded so many states at once dies.
 *
 * @param recipe of the problem
 * @param marker a file that is created by the process that dies, so that no other does
 * @param expansions how many states it expands
 */
record FatalRecipe(Recipe recipe, String marker, int expansions) implements Recipe {

    @Override
    public Problem build() {
        Problem problem = recipe.build();
        return new Problem(new Fatal(problem.system(), this), problem.properties());
    }

    private void die() {
        try {
            Files.createFile(Path.of(marker));
            Runtime.getRuntime().halt(137);
        } catch (FileAlreadyExistsException e) {
            // Another process died already.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Fatal(TransitionSystem system, FatalRecipe recipe) implements TransitionSystem {

        @Override
        public int words() {
            return system.words();
        }

        @Override
        public int significantBits(int word) {
            return system.significantBits(word);
        }

        @Override
        public Expander expander() {
            Expander expander = system.expander();
            return new Expander() {
                private int expanded;

                @Override
                public void initial(StepSink sink) {
                    expander.initial(sink);
                }

                @Override
                public void successors(long[] states, int offset, StepSink sink) {
                    if (++expanded == recipe.expansions) {
                        recipe.die();
                    }
                    expander.successors(states, offset, sink);
                }

                @Override
                public long[] counters() {
                    return expander.counters();
                }
            };
        }

        @Override
        public List<String> counters() {
            return system.counters();
        }

        @Override
        public List<String> bounds() {
            return system.bounds();
        }

        @Override
        public String describeAction(long[] state, int action) {
            return system.describeAction(state, action);
        }

        @Override
        public String describeState(long[] state) {
            return system.describeState(state);
        }
    }
}
