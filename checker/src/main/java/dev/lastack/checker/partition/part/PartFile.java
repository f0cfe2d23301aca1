package dev.lastack.checker.partition.part;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.store.level.Level;
import dev.lastack.checker.store.level.Run;
import dev.lastack.checker.store.level.Runs;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A part file for reading, see {@link PartWriter}. Its index is in memory; everything that is read is checked. */
public final class PartFile implements Runs, Closeable {

    private final Storage storage;
    private final Part part;
    private final int words;
    private final Storage.Input input;
    private final long[] positions;
    private final int[] lengths;
    private final int[] runLengths;
    private final int[] sizes;
    private final int[] checksums;
    private final long[] firsts;

    /**
     * Opens a part.
     *
     * @throws Workspace.Unusable if it is not there, or not what was written
     */
    public PartFile(Storage storage, Part part, int words) {
        this.storage = storage;
        this.part = part;
        this.words = words;
        try {
            this.input = storage.open(part.name());
        } catch (IOException e) {
            throw new Workspace.Unusable(storage.locate(part.name()), "cannot be read: " + e);
        }
        ByteBuffer footer = footer();
        int frames = footer.getInt();
        this.positions = new long[frames];
        this.lengths = new int[frames];
        this.runLengths = new int[frames];
        this.sizes = new int[frames];
        this.checksums = new int[frames];
        this.firsts = new long[frames * words];
        for (int frame = 0; frame < frames; frame++) {
            positions[frame] = footer.getLong();
            lengths[frame] = footer.getInt();
            runLengths[frame] = footer.getInt();
            sizes[frame] = footer.getInt();
            checksums[frame] = footer.getInt();
            for (int word = 0; word < words; word++) {
                firsts[frame * words + word] = footer.getLong();
            }
        }
    }

    private ByteBuffer footer() {
        if (input.length() != part.length()) {
            throw damaged("it has " + input.length() + " bytes instead of " + part.length());
        }
        ByteBuffer end = ByteBuffer.wrap(read(part.length() - PartWriter.END, PartWriter.END));
        int length = end.getInt();
        int checksum = end.getInt();
        if (end.getLong() != PartWriter.MAGIC || length < 0 || length > part.length() - PartWriter.END) {
            throw damaged("it does not end as a part file of this version does");
        }
        byte[] footer = read(part.length() - PartWriter.END - length, length);
        if (PartWriter.checksum(footer) != checksum) {
            throw damaged("the checksum of its index is wrong");
        }
        if (checksum != part.checksum()) {
            throw new Workspace.Unusable(storage.locate(part.name()), "is a part of another search");
        }
        return ByteBuffer.wrap(footer);
    }

    private byte[] read(long position, int length) {
        byte[] bytes = new byte[length];
        try {
            input.read(position, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + storage.locate(part.name()) + ": " + e.getMessage(), e);
        }
        return bytes;
    }

    private Workspace.Unusable damaged(String why) {
        return new Workspace.Unusable(storage.locate(part.name()), "is damaged: " + why);
    }

    @Override
    public int count() {
        return sizes.length;
    }

    @Override
    public int size(int run) {
        return sizes[run];
    }

    @Override
    public long[] firsts() {
        return firsts;
    }

    @Override
    public Run load(int run) {
        return Run.stored(frame(run), words);
    }

    private ByteBuffer frame(int frame) {
        byte[] bytes = read(positions[frame], lengths[frame]);
        if (PartWriter.checksum(bytes) != checksums[frame]) {
            throw damaged("the checksum at byte " + positions[frame] + " is wrong");
        }
        return ByteBuffer.wrap(bytes);
    }

    /** The level of each state of run {@code run}. */
    int[] levels(int run) {
        ByteBuffer tags = frame(run).position(runLengths[run]);
        return new LevelTags(part.firstLevel(), part.lastLevel()).read(tags, sizes[run]);
    }

    /** Those of the states that are of level {@code level}, which the part covers. */
    public Level level(int level) {
        return new Level(words, part.firstLevel() == part.lastLevel() ? List.of(this) : selected(level));
    }

    private List<Runs> selected(int level) {
        List<Run> selected = new ArrayList<>();
        long[] rows = new long[(Arrays.stream(sizes).max().orElse(0) + Run.BLOCK) * words];
        for (int run = 0; run < count(); run++) {
            int kept = 0;
            int[] levels = levels(run);
            Run states = load(run);
            for (int block = 0, at = 0; block < states.blocks(); block++) {
                int start = kept;
                int read = states.read(block, rows, start * words);
                for (int i = start; i < start + read; i++) {
                    if (levels[at++] == level) {
                        System.arraycopy(rows, i * words, rows, kept++ * words, words);
                    }
                }
            }
            if (kept > 0) {
                selected.add(Run.of(rows, kept, words));
            }
        }
        return selected.isEmpty() ? List.of() : List.of(Runs.of(selected, words));
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + storage.locate(part.name()), e);
        }
    }
}
