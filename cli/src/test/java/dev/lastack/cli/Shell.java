package dev.lastack.cli;

import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs one command as {@code main} does, in this process. */
public final class Shell {

    private final Interruption interruption;

    public Shell() {
        this(Interruption.onRequest());
    }

    public Shell(Interruption interruption) {
        this.interruption = interruption;
    }

    /** What a command did. */
    public record Run(int code, String out, String err) {}

    public Run run(String... arguments) {
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
