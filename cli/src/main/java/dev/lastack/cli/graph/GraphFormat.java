package dev.lastack.cli.graph;

import java.util.Locale;

/** The forms in which a graph is written. */
enum GraphFormat {
    /** Graphviz. */
    DOT(new DotGraph()),
    /** Aldebaran, read by CADP and mCRL2. */
    AUT(new AldebaranGraph()),
    JSON(new JsonGraph());

    // A writer has no state. Error Prone cannot tell that of an interface.
    @SuppressWarnings("ImmutableEnumChecker")
    private final GraphWriter writer;

    GraphFormat(GraphWriter writer) {
        this.writer = writer;
    }

    GraphWriter writer() {
        return writer;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
