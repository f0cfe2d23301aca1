package dev.lastack.capture.scenario;

/** The lines of a scenario file, with a comment above each knob. */
final class KnobLines {

    private final StringBuilder text;
    private final String indent;

    KnobLines() {
        this(new StringBuilder(), "");
    }

    private KnobLines(StringBuilder text, String indent) {
        this.text = text;
        this.indent = indent;
    }

    /** The same text; what is added there belongs to the key before. */
    KnobLines indented() {
        return new KnobLines(text, indent + "  ");
    }

    void comment(String words) {
        plain("# " + words);
    }

    void plain(String line) {
        text.append(indent).append(line).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    void knob(String name, Object value, String observed) {
        comment(observed);
        plain(name + ": " + value);
    }

    String text() {
        return text.toString();
    }
}
