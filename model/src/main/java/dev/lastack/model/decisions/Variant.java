package dev.lastack.model.decisions;

import dev.lastack.model.state.OwnFields;
import dev.lastack.scenario.Scenario;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who takes the {@link Decisions} of a model: the knobs, or a user's class. Every model gets its own decisions, because
 * their fields lie where that model has room. Two variants of one name count as the same.
 */
public final class Variant {

    /** Decides as the knobs say. */
    public static final Variant OF_KNOBS = new Variant("", fields -> new Decisions());

    private final String name;
    private final Function<OwnFields, Decisions> decisions;

    private Variant(String name, Function<OwnFields, Decisions> decisions) {
        this.name = name;
        this.decisions = decisions;
    }

    /** A variant with parameters, under a name that says which. */
    public static Variant of(String name, Function<OwnFields, Decisions> decisions) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a variant in Java needs a name");
        }
        return new Variant(name, decisions);
    }

    /**
     * The variant that {@code type} is, under the name of that class. It needs a constructor that takes {@link OwnFields}, or
     * one that takes nothing.
     *
     * @throws IllegalArgumentException if it has neither, or no objects of it can be made
     */
    public static Variant of(Class<? extends Decisions> type) {
        Constructor<? extends Decisions> withFields = constructor(type, OwnFields.class);
        Constructor<? extends Decisions> without = constructor(type);
        boolean inner = type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers());
        if (Modifier.isAbstract(type.getModifiers()) || inner || (withFields == null && without == null)) {
            throw new IllegalArgumentException(
                    type.getName() + " is no variant: it has to be a top-level class or a static"
                            + " one, not abstract, with a constructor that takes OwnFields or nothing");
        }
        return new Variant(
                type.getName(), fields -> withFields != null ? make(type, withFields, fields) : make(type, without));
    }

    /**
     * The class of that name, as the class loader of the current thread finds it.
     *
     * @throws ClassNotFoundException if there is none
     * @throws IllegalArgumentException if it does not extend {@link Decisions}
     */
    public static Class<? extends Decisions> classNamed(String name) throws ClassNotFoundException {
        Class<?> type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        if (!Decisions.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    name + " is no variant: it does not extend " + Decisions.class.getName());
        }
        return type.asSubclass(Decisions.class);
    }

    private static <T> @Nullable Constructor<T> constructor(Class<T> type, Class<?>... parameters) {
        try {
            return type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Decisions make(
            Class<?> type, @Nullable Constructor<? extends Decisions> constructor, Object... arguments) {
        try {
            // A variant may well be a class that only its own test sees.
            if (constructor != null && constructor.trySetAccessible()) {
                return constructor.newInstance(arguments);
            }
            throw new IllegalArgumentException(
                    type.getName() + " is no variant: its module does not open it to lastack");
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("no " + type.getName() + " can be made: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no " + type.getName() + " can be made: " + e.getMessage(), e);
        }
    }

    /** Whether exchanging the hosts of {@code scenario} leaves its model as it is: only their own knobs tell them apart. */
    public boolean treatsHostsAlike(Scenario scenario) {
        return scenario.a().equals(scenario.b()) && equals(OF_KNOBS);
    }

    /** What trace files call it; empty for {@link #OF_KNOBS}. */
    public String name() {
        return name;
    }

    public Decisions decisions(OwnFields fields) {
        return decisions.apply(fields);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Variant variant && variant.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "as the knobs say" : name;
    }
}
