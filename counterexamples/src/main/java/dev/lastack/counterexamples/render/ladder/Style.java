package dev.lastack.counterexamples.render.ladder;

/** How a character cell looks on a terminal with colours. Incarnations differ in colour. */
enum Style {
    PLAIN(""),
    FAINT("\u001b[2m"),
    BOLD("\u001b[1m"),
    LOSS("\u001b[33m"),
    VIOLATION("\u001b[1;31m"),
    INCARNATION_1("\u001b[36m"),
    INCARNATION_2("\u001b[35m"),
    INCARNATION_3("\u001b[34m"),
    INCARNATION_MORE("\u001b[32m");

    static final String RESET = "\u001b[0m";

    private final String escape;

    Style(String escape) {
        this.escape = escape;
    }

    String escape() {
        return escape;
    }

    static Style ofIncarnation(int incarnation) {
        return switch (incarnation) {
            case 1 -> INCARNATION_1;
            case 2 -> INCARNATION_2;
            case 3 -> INCARNATION_3;
            default -> INCARNATION_MORE;
        };
    }
}
