package dev.lastack.checker.store.disk;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.store.level.Level;
import dev.lastack.checker.store.level.Runs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The files of an exploration in its {@link Workspace}.
 *
 * <pre>
 * exploration            what is explored, as text; written first
 * lock                   held by the process that uses the directory
 * level-00012-03         a part of the states of level 12, see {@link RunFile}
 * level-00012            its number, what is explored, its parts and what was counted up to it, with a checksum; written
 *                        last, by renaming, once all parts are on the disk: where it is, the level is complete
 * candidates-00-0001     states not yet known to be new; of no use to anyone later
 * </pre>
 */
public final class LevelFiles implements AutoCloseable {

    private static final String MANIFEST = "exploration";
    private static final String HEADER = "lastack exploration, format 2\n";
    private static final String TEMPORARY = ".new";

    private final Path directory;
    private final int words;
    private final FileChannel lockChannel;

    /** The checksum of what is explored. */
    private final long identity;

    /** One complete level as found on disk, with what was saved with it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Saved(Level level, byte[] totals) {}

    private LevelFiles(Path directory, int words, FileChannel lockChannel, byte[] explored) {
        this.directory = directory;
        this.words = words;
        this.lockChannel = lockChannel;
        this.identity = checksum(explored, explored.length);
    }

    /**
     * Takes possession of a workspace.
     *
     * @param subject what the directory must be about, word for word
     * @throws Workspace.Unusable if it is about something else, in use, or not empty although it should be
     */
    public static LevelFiles open(Workspace workspace, String subject, int words) {
        Path directory = workspace.directory();
        try {
            Files.createDirectories(directory);
            Path manifest = directory.resolve(MANIFEST);
            boolean isNew = !Files.exists(manifest);
            if (isNew && !isEmpty(directory)) {
                throw new Workspace.Unusable(directory, "is not empty and holds no exploration of lastack");
            }
            if (!isNew && !workspace.resume()) {
                throw new Workspace.Unusable(
                        directory, "holds an exploration already; resume it or name another directory");
            }
            byte[] explored = (HEADER + subject).getBytes(StandardCharsets.UTF_8);
            LevelFiles files = new LevelFiles(directory, words, lock(directory), explored);
            files.settle(explored, isNew);
            return files;
        } catch (IOException e) {
            throw new Workspace.Unusable(directory, "cannot be used: " + e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.allMatch(
                    entry -> entry.endsWith("lock") || entry.toString().endsWith(TEMPORARY));
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the same answer as for another one.
        }
        channel.close();
        throw new Workspace.Unusable(directory, "is in use by another exploration");
    }

    private void settle(byte[] explored, boolean isNew) throws IOException {
        Path manifest = directory.resolve(MANIFEST);
        if (isNew) {
            write(manifest, explored);
        } else if (!Arrays.equals(Files.readAllBytes(manifest), explored)) {
            close();
            throw new Workspace.Unusable(directory, "holds the exploration of something else; see " + manifest);
        }
    }

    /** Writes a file so that it is there in full or not at all. */
    private void write(Path path, byte[] content) throws IOException {
        Path temporary = path.resolveSibling(path.getFileName() + TEMPORARY);
        Files.write(temporary, content);
        force(temporary, StandardOpenOption.WRITE);
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        force(directory, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    Path part(int level, int part) {
        return directory.resolve("level-%05d-%02d".formatted(level, part));
    }

    Path candidates(int worker, int number) {
        return directory.resolve("candidates-%02d-%04d".formatted(worker, number));
    }

    private Path descriptor(int level) {
        return directory.resolve("level-%05d".formatted(level));
    }

    /** Deletes those of {@code unneeded} that are files. */
    void delete(List<Runs> unneeded) {
        for (Runs runs : unneeded) {
            if (runs instanceof RunFile file) {
                try {
                    Files.deleteIfExists(file.path());
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot delete " + file.path(), e);
                }
            }
        }
    }

    /** Makes level {@code number} durable together with {@code totals}. */
    public void commit(int number, Level level, byte[] totals) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            List<RunFile> parts = filesOf(number, level);
            out.writeLong(identity);
            out.writeInt(number);
            out.writeInt(parts.size());
            for (RunFile part : parts) {
                part.force();
                out.writeUTF(part.path().getFileName().toString());
                out.writeLong(part.length());
                out.writeLong(part.digest());
            }
            out.writeInt(totals.length);
            out.write(totals);
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
            write(descriptor(number), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + descriptor(number) + ": " + e.getMessage(), e);
        }
    }

    private List<RunFile> filesOf(int number, Level level) {
        if (level.parts().stream().allMatch(part -> part instanceof RunFile)) {
            return level.parts().stream().map(part -> (RunFile) part).toList();
        }
        RunFile file = RunFile.create(part(number, 0), words);
        for (Runs part : level.parts()) {
            for (int run = 0; run < part.count(); run++) {
                file.append(List.of(part.load(run)));
            }
        }
        return List.of(file);
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }

    /**
     * All complete levels, every byte of them checked.
     *
     * @throws Workspace.Unusable if one is damaged
     */
    public List<Saved> load() {
        List<Saved> levels = new ArrayList<>();
        for (Optional<Saved> saved = load(0); saved.isPresent(); saved = load(levels.size())) {
            levels.add(saved.get());
        }
        return levels;
    }

    private Optional<Saved> load(int number) {
        Path descriptor = descriptor(number);
        if (!Files.exists(descriptor)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(descriptor);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (bytes.length < Long.BYTES) {
                throw new Workspace.Unusable(descriptor, "is damaged: it ends too early");
            }
            in.mark(bytes.length);
            in.skipNBytes(bytes.length - Long.BYTES);
            if (in.readLong() != checksum(bytes, bytes.length - Long.BYTES)) {
                throw new Workspace.Unusable(descriptor, "is damaged: its checksum is wrong");
            }
            in.reset();
            requireOwn(descriptor, number, in);
            List<Runs> parts = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                parts.add(RunFile.open(directory.resolve(in.readUTF()), words, in.readLong(), in.readLong()));
            }
            return Optional.of(new Saved(new Level(words, parts), in.readNBytes(in.readInt())));
        } catch (IOException e) {
            throw new Workspace.Unusable(descriptor, "cannot be read: " + e);
        }
    }

    /** A descriptor may be whole and yet have been copied here from another level, or from another directory. */
    private void requireOwn(Path descriptor, int number, DataInputStream in) throws IOException {
        if (in.readLong() != identity) {
            throw new Workspace.Unusable(descriptor, "belongs to the exploration of something else");
        }
        int written = in.readInt();
        if (written != number) {
            throw new Workspace.Unusable(descriptor, "is that of level " + written + ", not of level " + number);
        }
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + directory, e);
        }
    }
}
