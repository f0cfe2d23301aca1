package dev.lastack.cli.show;

import dev.lastack.capture.report.CaptureRun;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import java.util.Locale;

/** Tells on stderr how far a capture was read: a line that is drawn over on a terminal, else one every 30 seconds. */
final class CaptureProgress implements CaptureRun.Progress {

    private static final double SILENT_AT_FIRST = 0.5;
    private static final double BETWEEN_LINES = 30;
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final boolean quiet;
    private final Interruption interruption;
    private final long start = System.nanoTime();
    private double next;
    private boolean drawn;

    CaptureProgress(Terminal terminal, boolean quiet, Interruption interruption) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.interruption = interruption;
        this.next = terminal.errIsTty() ? SILENT_AT_FIRST : BETWEEN_LINES;
    }

    @Override
    public boolean read(long packets, long octets) {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!quiet && seconds >= next) {
            String line = String.format(
                    Locale.ROOT,
                    "%,d packets, %,d MiB, %.0f MiB/s, %.0f s",
                    packets,
                    octets >> 20,
                    octets / 1048576.0 / seconds,
                    seconds);
            if (terminal.errIsTty()) {
                terminal.err().print(ERASE + line);
                terminal.err().flush();
                drawn = true;
                next = seconds + SILENT_AT_FIRST;
            } else {
                terminal.err().println(line);
                next = seconds + BETWEEN_LINES;
            }
        }
        return !interruption.isRequested();
    }

    /** Removes the line that was drawn over. */
    void end() {
        if (drawn) {
            terminal.err().print(ERASE);
            terminal.err().flush();
        }
    }
}
