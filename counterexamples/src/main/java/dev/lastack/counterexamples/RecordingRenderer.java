package dev.lastack.counterexamples;

import java.util.List;

/** Draws what captures show in one form. */
public interface RecordingRenderer {

    /** The name of the form, as {@link Renderer#name()} has it. */
    String name();

    /** One drawing of all of them, one below the other, as UTF-8 text. */
    String text(List<Recording> recordings);
}
