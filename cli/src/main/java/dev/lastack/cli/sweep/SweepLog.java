package dev.lastack.cli.sweep;

import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.counterexamples.trace.TraceFileException;
import dev.lastack.properties.analysis.CellResult;
import dev.lastack.properties.analysis.SweepTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps each finished cell of a sweep on disk at once, a whole line at a time, so that a sweep that is killed goes on where
 * it was; and tells of the progress.
 */
final class SweepLog implements AutoCloseable {

    private static final long BETWEEN_LINES_NANOS = 30_000_000_000L;

    private static final String NAME = "results.csv";

    private final OutputFolder folder;
    private final SweepTable table;
    private final Terminal terminal;
    private final boolean quiet;
    private final Unwritten unwritten;
    private Optional<BufferedWriter> lines = Optional.empty();
    private int cells;
    private int finished;
    private long told = System.nanoTime();

    SweepLog(OutputFolder folder, SweepTable table, Terminal terminal, boolean quiet, Unwritten unwritten) {
        this.folder = folder;
        this.table = table;
        this.terminal = terminal;
        this.quiet = quiet;
        this.unwritten = unwritten;
    }

    /** Starts the table with what is done already, all of it at once: it may be the very file that was read. */
    void begin(int total, Collection<CellResult> done) {
        cells = total;
        finished = done.size();
        if (finished > 0 && !quiet) {
            terminal.err().println(finished + " of " + cells + " cells are already done");
        }
        Path file = folder.write(NAME, table.text(List.copyOf(done)).getBytes(StandardCharsets.UTF_8));
        try {
            lines = Optional.of(Files.newBufferedWriter(file, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** A cell is finished; one that was interrupted is left to the next run. */
    void finished(CellResult result) {
        finished++;
        if (result.finished()) {
            unwritten.attempt(() -> write(table.line(result)));
        }
        boolean due = terminal.errIsTty() || System.nanoTime() - told > BETWEEN_LINES_NANOS;
        if (!quiet && due) {
            told = System.nanoTime();
            String line = finished + " of " + cells + " cells; last: " + result.cell();
            if (terminal.errIsTty()) {
                terminal.err().print("\r\u001b[K" + line);
                terminal.err().flush();
            } else {
                terminal.err().println(line);
            }
        }
    }

    private void write(String line) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            lines.get().write(line);
            lines.get().flush();
        } catch (IOException e) {
            lines = Optional.empty(); // What comes now would continue a broken line.
            throw unwritable(e);
        }
    }

    private TraceFileException unwritable(IOException e) {
        return new TraceFileException(folder.file(NAME).toString(), "cannot be written: " + AtomicFile.reason(e));
    }

    @Override
    public void close() {
        if (!quiet && terminal.errIsTty()) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
        try {
            if (lines.isPresent()) {
                lines.get().close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
