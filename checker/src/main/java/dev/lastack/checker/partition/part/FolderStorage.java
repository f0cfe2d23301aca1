package dev.lastack.checker.partition.part;

import dev.lastack.checker.Workspace;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A folder of the file system, of one machine or shared by several.
 *
 * @param folder its path, the same on every machine
 */
public record FolderStorage(String folder) implements Storage {

    private static final String LOCK = "lock";

    /** A folder, created if there is none. */
    public static FolderStorage at(Path folder) {
        try {
            Files.createDirectories(folder);
            return new FolderStorage(folder.toAbsolutePath().normalize().toString());
        } catch (IOException e) {
            throw new Workspace.Unusable(folder, "cannot be used: " + e);
        }
    }

    private Path path(String name) {
        return Path.of(folder, name);
    }

    @Override
    public OutputStream create(String name) throws IOException {
        FileChannel channel = FileChannel.open(
                path(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                if (channel.isOpen()) {
                    channel.force(true);
                }
                super.close();
            }
        };
    }

    @Override
    public Input open(String name) throws IOException {
        FileChannel channel = FileChannel.open(path(name), StandardOpenOption.READ);
        long length = channel.size();
        return new Input() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void read(long position, byte[] into) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(into);
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer, position + buffer.position()) < 0) {
                        throw new EOFException("it ends at byte " + length);
                    }
                }
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
        String aside = name + ".new";
        try (OutputStream out = create(aside)) {
            out.write(content);
        }
        Files.move(path(aside), path(name), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(Path.of(folder), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public Optional<byte[]> get(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> names() throws IOException {
        try (var entries = Files.list(Path.of(folder))) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.equals(LOCK))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    @Override
    public String locate(String name) {
        return path(name).toString();
    }

    @Override
    public Closeable lock() throws IOException {
        FileChannel channel = FileChannel.open(path(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the same answer as for another one.
        }
        channel.close();
        throw new Workspace.Unusable(folder, "is in use by another exploration");
    }
}
