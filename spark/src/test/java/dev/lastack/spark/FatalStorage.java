package dev.lastack.spark;

import dev.lastack.checker.partition.part.FolderStorage;
import dev.lastack.checker.partition.part.Storage;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder that is the death of one process, or holds it up, half-way through a part of a given level.
 *
 * @param folder where the files are
 * @param marker a file that is created by the process that is struck, so that no other is
 * @param level the level whose part is struck
 * @param kills whether the process dies; otherwise it waits
 */
record FatalStorage(FolderStorage folder, String marker, int level, boolean kills) implements Storage {

    private static final long FOR_EVER_MILLIS = 600_000;

    @Override
    public OutputStream create(String name) throws IOException {
        OutputStream out = folder.create(name);
        if (!name.startsWith("part-%05d".formatted(level))) {
            return out;
        }
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count / 2);
                strike();
                out.write(bytes, from + count / 2, count - count / 2);
            }
        };
    }

    private void strike() throws IOException {
        try {
            Files.createFile(Path.of(marker));
        } catch (FileAlreadyExistsException e) {
            return;
        }
        if (kills) {
            Runtime.getRuntime().halt(137);
        }
        try {
            Thread.sleep(FOR_EVER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Input open(String name) throws IOException {
        return folder.open(name);
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
        folder.put(name, content);
    }

    @Override
    public Optional<byte[]> get(String name) throws IOException {
        return folder.get(name);
    }

    @Override
    public List<String> names() throws IOException {
        return folder.names();
    }

    @Override
    public void delete(String name) throws IOException {
        folder.delete(name);
    }

    @Override
    public String locate(String name) {
        return folder.locate(name);
    }

    @Override
    public Closeable lock() throws IOException {
        return folder.lock();
    }
}
