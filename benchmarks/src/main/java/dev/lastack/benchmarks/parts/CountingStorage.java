package dev.lastack.benchmarks.parts;

import dev.lastack.checker.partition.part.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * A storage that counts the bytes that are read from its open files.
 *
 * @param storage where the files are
 */
record CountingStorage(Storage storage, LongAdder bytesRead) implements Storage {

    CountingStorage(Storage storage) {
        this(storage, new LongAdder());
    }

    @Override
    public Input open(String name) throws IOException {
        Input input = storage.open(name);
        return new Input() {
            @Override
            public long length() {
                return input.length();
            }

            @Override
            public void read(long position, byte[] into) throws IOException {
                bytesRead.add(into.length);
                input.read(position, into);
            }

            @Override
            public void close() throws IOException {
                input.close();
            }
        };
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return storage.create(name);
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
        storage.put(name, content);
    }

    @Override
    public Optional<byte[]> get(String name) throws IOException {
        return storage.get(name);
    }

    @Override
    public List<String> names() throws IOException {
        return storage.names();
    }

    @Override
    public void delete(String name) throws IOException {
        storage.delete(name);
    }

    @Override
    public String locate(String name) {
        return storage.locate(name);
    }

    @Override
    public Closeable lock() throws IOException {
        return storage.lock();
    }
}
