package dev.lastack.checker.partition;

import dev.lastack.checker.partition.part.Storage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Files that are gone with the test. */
public record MemoryStorage(Map<String, byte[]> files) implements Storage {

    public MemoryStorage() {
        this(new ConcurrentSkipListMap<>());
    }

    @Override
    public OutputStream create(String name) {
        files.put(name, new byte[0]);
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                files.put(name, toByteArray());
            }
        };
    }

    @Override
    public Input open(String name) throws FileNotFoundException {
        byte[] content = get(name).orElseThrow(() -> new FileNotFoundException(name));
        return new Input() {
            @Override
            public long length() {
                return content.length;
            }

            @Override
            public void read(long position, byte[] into) {
                System.arraycopy(content, Math.toIntExact(position), into, 0, into.length);
            }

            @Override
            public void close() {
                // There is nothing to let go of.
            }
        };
    }

    @Override
    public void put(String name, byte[] content) {
        files.put(name, Objects.requireNonNull(content));
    }

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }

    @Override
    public String locate(String name) {
        return "memory/" + name;
    }

    @Override
    public Closeable lock() {
        return () -> {};
    }
}
