package dev.lastack.checker.search;

import org.jspecify.annotations.Nullable;

/** What was seen of the properties while one level was expanded: by one thread, or in another process. */
public interface Sightings {

    /** Whether property {@code property} was put to the test. */
    boolean relevant(int property);

    /** The least evidence of this level for property {@code property}, at the level given for states of its kind. */
    @Nullable
    PropertyFinding least(int property, int level);
}
