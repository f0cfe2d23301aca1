package dev.lastack.probe.measurement;

/** The stacks that can be probed. Each is compared with the variant of the same name. */
public enum MeasuredStack {
    LINUX("linux", "Linux"),
    LWIP("lwip", "lwIP");

    private final String variant;
    private final String title;

    MeasuredStack(String variant, String title) {
        this.variant = variant;
        this.title = title;
    }

    /** The name of its variant, and on the command line. */
    @Override
    public String toString() {
        return variant;
    }

    /** As its makers write it. */
    public String title() {
        return title;
    }
}
