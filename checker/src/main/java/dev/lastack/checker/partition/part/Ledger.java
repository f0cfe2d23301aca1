package dev.lastack.checker.partition.part;

import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.Workspace;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the driver of a search keeps in its {@link Storage}.
 *
 * <pre>
 * exploration    what is explored, as text; written first
 * level-00012    the {@link Manifest} once level 12 is complete, and its CRC-32C; the last one counts
 * part-…         part files; one that the last manifest does not name does not exist
 * </pre>
 */
public final class Ledger implements Closeable {

    public static final String SUBJECT = "exploration";

    private static final String HEADER = "lastack partitioned exploration, format 1\n";
    private static final Pattern MANIFEST = Pattern.compile("level-\\d+");
    private static final Pattern OURS = Pattern.compile("level-.*|part-.*|.*\\.new");

    private final Storage storage;
    private final Closeable lock;
    private Set<String> needed = new HashSet<>();
    private String current = "";

    /**
     * Takes possession of {@code storage}.
     *
     * @param subject what it must be about, word for word
     * @throws Workspace.Unusable if it is about something else, in use, or not empty although it should be
     */
    public Ledger(Storage storage, String subject, boolean resume) {
        this.storage = storage;
        byte[] text = (HEADER + subject).getBytes(StandardCharsets.UTF_8);
        try {
            this.lock = storage.lock();
            Optional<byte[]> there = storage.get(SUBJECT);
            complaint(there, text, resume).ifPresent(why -> {
                close();
                throw new Workspace.Unusable(storage.locate(""), why);
            });
            if (there.isEmpty() || !resume) {
                storage.delete(SUBJECT);
                storage.put(SUBJECT, text);
            }
        } catch (IOException e) {
            throw new Workspace.Unusable(storage.locate(""), "cannot be used: " + e);
        }
    }

    private Optional<String> complaint(Optional<byte[]> there, byte[] text, boolean resume) throws IOException {
        if (there.isEmpty()) {
            boolean isEmpty =
                    storage.names().stream().allMatch(name -> OURS.matcher(name).matches());
            return isEmpty ? Optional.empty() : Optional.of("is not empty and holds no exploration of lastack");
        }
        if (!resume) {
            // Where no level is complete nothing can be lost: another attempt may not even have found its machines.
            return storage.names().stream()
                            .anyMatch(name -> MANIFEST.matcher(name).matches())
                    ? Optional.of("holds an exploration already; resume it or name another directory")
                    : Optional.empty();
        }
        return ByteBuffer.wrap(there.get()).equals(ByteBuffer.wrap(text))
                ? Optional.empty()
                : Optional.of("holds the exploration of something else, or one with other partitions; see "
                        + storage.locate(SUBJECT));
    }

    private static String name(int level) {
        return "level-%05d".formatted(level);
    }

    /**
     * The last complete level, or empty if there is none. Whatever it does not name is deleted.
     *
     * @throws Workspace.Unusable if it is damaged or a part of it is missing
     */
    public Optional<Manifest> restore(TransitionSystem system) {
        try {
            List<String> names = storage.names();
            Optional<String> last = names.stream()
                    .filter(name -> MANIFEST.matcher(name).matches())
                    .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
            Optional<Manifest> manifest = last.isEmpty() ? Optional.empty() : Optional.of(read(last.get(), system));
            needed = manifest.map(Manifest::names).orElse(Set.of());
            Set<String> missing = new HashSet<>(needed);
            names.forEach(missing::remove);
            if (!missing.isEmpty()) {
                throw new Workspace.Unusable(storage.locate(missing.iterator().next()), "is missing");
            }
            manifest.ifPresent(found -> current = name(found.level()));
            sweep();
            return manifest;
        } catch (IOException e) {
            throw new Workspace.Unusable(storage.locate(""), "cannot be used: " + e);
        }
    }

    /** Deletes what tasks left that failed, ran twice, or were not waited for. */
    public void sweep() throws IOException {
        for (String name : storage.names()) {
            if (OURS.matcher(name).matches() && !needed.contains(name) && !name.equals(current)) {
                storage.delete(name);
            }
        }
    }

    private Manifest read(String name, TransitionSystem system) throws IOException {
        byte[] bytes = storage.get(name).orElse(new byte[0]);
        int length = bytes.length - Integer.BYTES;
        if (length < 0) {
            throw new Workspace.Unusable(storage.locate(name), "is damaged: it ends too early");
        }
        byte[] content = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).get(content);
        if (buffer.getInt() != PartWriter.checksum(content)) {
            throw new Workspace.Unusable(storage.locate(name), "is damaged: its checksum is wrong");
        }
        return Manifest.read(content, system);
    }

    /** Makes a level complete, and deletes what is no longer needed. */
    public void commit(Manifest manifest) {
        byte[] content = manifest.write();
        byte[] bytes = ByteBuffer.allocate(content.length + Integer.BYTES)
                .put(content)
                .putInt(PartWriter.checksum(content))
                .array();
        String name = name(manifest.level());
        try {
            storage.put(name, bytes);
            Set<String> names = manifest.names();
            for (String old : needed) {
                if (!names.contains(old)) {
                    storage.delete(old);
                }
            }
            needed = names;
            if (!current.isEmpty()) {
                storage.delete(current);
            }
            current = name;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + storage.locate(name) + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + storage.locate(""), e);
        }
    }
}
