package dev.lastack.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs one command as {@code main} does, in this process. */
final class Shell {

    private final Interruption interruption;

    Shell() {
        this(Interruption.onRequest());
    }

    Shell(Interruption interruption) {
        this.interruption = interruption;
    }

    /** What a command did. */
    record Run(int code, String out, String err) {}

    Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
        int code = Lastack.run(terminal, interruption, arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
