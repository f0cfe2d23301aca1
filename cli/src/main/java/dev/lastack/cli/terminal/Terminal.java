package dev.lastack.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a command prints: results to {@code out}, everything else to {@code err}. Always UTF-8, whatever the locale of a
 * build server is.
 *
 * @param outIsTty whether a person reads the results as they come
 * @param errIsTty whether a person sees the progress
 */
public record Terminal(PrintStream out, PrintStream err, boolean outIsTty, boolean errIsTty) {

    /** The process's own. Whether a stream is a terminal only the launcher can tell. */
    public static Terminal ofProcess() {
        return new Terminal(
                CheckedOutput.of(new FileOutputStream(FileDescriptor.out)),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("lastack.stdout.tty"),
                Boolean.getBoolean("lastack.stderr.tty"));
    }

    /** Why results are missing on {@code out}, if some are. */
    public Optional<String> failure() {
        if (out instanceof CheckedOutput checked) {
            return checked.failure();
        }
        return out.checkError() ? Optional.of("an error of its stream") : Optional.empty();
    }

    /** Whether results are coloured. */
    public boolean coloured(Color color) {
        return switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> outIsTty && System.getenv("NO_COLOR") == null;
        };
    }

    /** The values of {@code --color}. */
    public enum Color {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
