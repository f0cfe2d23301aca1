package dev.lastack.checker.store.disk;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.store.level.Run;
import dev.lastack.checker.store.level.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Runs in a file, one after another, each {@code length (4 bytes), CRC-32C (4 bytes), run (length bytes)}, big endian.
 * Written from beginning to end by one thread, then read by many.
 */
public final class RunFile implements Runs {

    private static final int HEADER = 2 * Integer.BYTES;

    private final Path path;
    private final int words;
    private final List<Long> positions = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private long[] firsts = new long[0];
    private long length;

    /** Of the lengths and checksums of the runs so far. */
    private final CRC32C digest = new CRC32C();

    private RunFile(Path path, int words) {
        this.path = path;
        this.words = words;
    }

    /** A new file, replacing any that is there. */
    public static RunFile create(Path path, int words) {
        try {
            Files.write(path, new byte[0]);
            return new RunFile(path, words);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * A file written before, every byte of it checked.
     *
     * @param length bytes in the file
     * @param digest what {@link #digest()} was
     * @throws Workspace.Unusable if it is not what was written
     */
    static RunFile open(Path path, int words, long length, long digest) {
        RunFile file = new RunFile(path, words);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (channel.size() != length) {
                throw new Workspace.Unusable(
                        path, "is damaged: it has " + channel.size() + " bytes instead of " + length);
            }
            while (file.length < length) {
                ByteBuffer bytes = file.read(channel, file.length);
                int stored = bytes.remaining() + HEADER;
                int checksum = bytes.getInt(Integer.BYTES);
                file.enter(Run.stored(bytes, words), stored, checksum);
            }
            if (file.digest() != digest) {
                throw new Workspace.Unusable(path, "is damaged: it holds other states than those written to it");
            }
        } catch (IOException e) {
            throw new Workspace.Unusable(path, "cannot be read: " + e.getMessage());
        }
        return file;
    }

    /** Appends {@code runs}, which come after what is there. */
    public void append(List<Run> runs) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.position(length);
            for (Run run : runs) {
                ByteBuffer bytes = ByteBuffer.allocate(HEADER + run.storedBytes());
                bytes.position(HEADER);
                run.store(bytes);
                int checksum = checksum(bytes.array());
                bytes.putInt(0, run.storedBytes()).putInt(Integer.BYTES, checksum);
                bytes.flip();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                enter(run, HEADER + run.storedBytes(), checksum);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    /** Waits until the file is on the disk. */
    void force() {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    private void enter(Run run, int stored, int checksum) {
        digest.update(
                ByteBuffer.allocate(HEADER).putInt(stored).putInt(checksum).flip());
        positions.add(length);
        sizes.add(run.size());
        firsts = Arrays.copyOf(firsts, firsts.length + words);
        System.arraycopy(run.firsts(), 0, firsts, firsts.length - words, words);
        length += stored;
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, HEADER, bytes.length - HEADER);
        return (int) checksum.getValue();
    }

    /** What stands at {@code position} after its header, once it is found to be what was written. */
    private ByteBuffer read(FileChannel channel, long position) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        readFully(channel, header, position);
        int stored = header.getInt(0);
        if (stored < 0 || stored > channel.size() - position - HEADER) {
            throw damaged(position);
        }
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + stored);
        readFully(channel, bytes, position);
        if (checksum(bytes.array()) != header.getInt(Integer.BYTES)) {
            throw damaged(position);
        }
        return bytes.position(HEADER);
    }

    private Workspace.Unusable damaged(long position) {
        return new Workspace.Unusable(path, "is damaged at byte " + position);
    }

    private void readFully(FileChannel channel, ByteBuffer into, long position) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, position + into.position()) < 0) {
                throw damaged(position);
            }
        }
    }

    public Path path() {
        return path;
    }

    /** Bytes in the file. */
    long length() {
        return length;
    }

    /** Tells this file from every other, even one of the same length, whose bytes are undamaged as well. */
    long digest() {
        return digest.getValue();
    }

    @Override
    public int count() {
        return sizes.size();
    }

    @Override
    public int size(int run) {
        return sizes.get(run);
    }

    @Override
    public long[] firsts() {
        return firsts;
    }

    @Override
    public Run load(int run) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return Run.stored(read(channel, positions.get(run)), words);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
