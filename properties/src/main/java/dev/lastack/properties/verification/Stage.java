package dev.lastack.properties.verification;

import dev.lastack.checker.Exploration;
import java.util.Optional;

/**
 * One search of a verification.
 *
 * @param engine that searched; never {@link Engine#AUTO}
 * @param exploration what it saw; {@link Exploration#distinct()} counts what {@link Engine#counted()} names
 */
public record Stage(Engine engine, Exploration exploration) {

    /** The same without the states explored, which hold most of its memory. */
    Stage withoutStates() {
        return new Stage(
                engine,
                new Exploration(
                        exploration.distinct(),
                        exploration.generated(),
                        exploration.levels(),
                        exploration.counters(),
                        exploration.cuts(),
                        exploration.verdicts(),
                        exploration.stopped(),
                        exploration.bytes(),
                        exploration.seconds(),
                        Optional.empty()));
    }
}
