package dev.lastack.counterexamples;

/** Draws a counterexample in one form. */
public interface Renderer {

    /** The name of the form on the command line. */
    String name();

    /** One line that says what the form is good for. */
    String purpose();

    /** The usual file extension, without the dot. */
    String extension();

    /** Whether the form is binary, not text. */
    default boolean binary() {
        return false;
    }

    /** The drawing: UTF-8 text, or the octets of a binary form. */
    byte[] render(Counterexample counterexample);
}
