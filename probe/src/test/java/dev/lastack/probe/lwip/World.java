package dev.lastack.probe.lwip;

/** The lwIP of the tests; a process has only one. */
public final class World {

    private static final LwipWorld WORLD = new LwipWorld();

    private World() {}

    public static LwipWorld get() {
        return WORLD;
    }
}
