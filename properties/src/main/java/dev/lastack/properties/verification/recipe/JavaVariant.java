package dev.lastack.properties.verification.recipe;

import dev.lastack.checker.Workspace;
import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Variant;
import java.util.Optional;

/**
 * A variant in Java as it is told to other processes: by the name of its class, and a fingerprint of the jar that has it.
 *
 * @param name of the class; empty where the knobs decide
 */
public record JavaVariant(String name) {

    /** Whether the class is here; a variant with parameters has no class of its name. */
    boolean isHere() {
        return name.isEmpty() || type().isPresent();
    }

    private Optional<Class<? extends Decisions>> type() {
        try {
            return Optional.of(Variant.classNamed(name));
        } catch (ClassNotFoundException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The variant itself.
     *
     * @throws Workspace.Unusable if its class is not here
     */
    Variant load() {
        return name.isEmpty() ? Variant.OF_KNOBS : Variant.of(required());
    }

    private Class<? extends Decisions> required() {
        return type().orElseThrow(() -> new Workspace.Unusable(
                "lastack", "this process has no class " + name + ", the variant; --jars names its jar"));
    }

    /** What tells it from another class of the same name. */
    String fingerprint() {
        return name.isEmpty() ? "" : "variant: " + name + " " + Build.fingerprint(required()) + "\n";
    }
}
