package dev.lastack.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a command prints: results to {@code out}, everything else to {@code err}. Always UTF-8, whatever the locale of a
 * build server is.
 *
 * @param outIsTty whether a person reads the results as they come
 * @param errIsTty whether a person sees the progress
 */
record Terminal(PrintStream out, PrintStream err, boolean outIsTty, boolean errIsTty) {

    /** The process's own. Whether a stream is a terminal only the launcher can tell. */
    static Terminal ofProcess() {
        return new Terminal(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean("lastack.stdout.tty"),
                Boolean.getBoolean("lastack.stderr.tty"));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Whether results are coloured. */
    boolean coloured(Color color) {
        return switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> outIsTty && System.getenv("NO_COLOR") == null;
        };
    }

    /** The values of {@code --color}. */
    enum Color {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
