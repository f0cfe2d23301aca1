package dev.lastack.spark;

import dev.lastack.checker.partition.part.FolderStorage;
import dev.lastack.checker.partition.part.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.spark.TaskContext;

/** A folder that the driver sees and no task does. */
record BlindStorage(FolderStorage folder) implements Storage {

    @Override
    public Optional<byte[]> get(String name) throws IOException {
        return TaskContext.get() == null ? folder.get(name) : Optional.empty();
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return folder.create(name);
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
