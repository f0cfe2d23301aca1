package dev.lastack.checker.partition.part;

import dev.lastack.checker.store.level.Run;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Writes a part file, big endian:
 *
 * <pre>
 * frames   each: a run, see {@link Run#store}; then, in a part of several levels, the level of each state,
 *          see {@link LevelTags}
 * footer   number of frames (4 bytes); of each frame: position (8), length (4), length of the run (4), states (4),
 *          CRC-32C (4), first state (8 per word)
 * end      length of the footer (4), its CRC-32C (4), {@link #MAGIC} (8)
 * </pre>
 */
public final class PartWriter implements Closeable {

    /** Says that the file was written to its end; changes with the format. */
    static final long MAGIC = 0x6c61737461636b31L;

    /** Bytes that follow the footer. */
    static final int END = 2 * Integer.BYTES + Long.BYTES;

    /** The most states in a frame. */
    public static final int FRAME = 1 << 15;

    private final Storage storage;
    private final String name;
    private final int words;
    private final OutputStream out;
    private final ByteArrayOutputStream index = new ByteArrayOutputStream();
    private final DataOutputStream entries = new DataOutputStream(index);
    private int frames;
    private long length;
    private long states;

    public PartWriter(Storage storage, String name, int words) {
        this.storage = storage;
        this.name = name;
        this.words = words;
        try {
            this.out = storage.create(name);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private UncheckedIOException unwritten(IOException e) {
        return new UncheckedIOException("cannot write " + storage.locate(name) + ": " + e.getMessage(), e);
    }

    /** Appends the first {@code count} states of {@code rows}, at most {@link #FRAME}; {@code tags} follow them. */
    public void append(long[] rows, int count, byte[] tags) {
        Run run = Run.of(rows, count, words);
        ByteBuffer bytes = ByteBuffer.allocate(run.storedBytes() + tags.length);
        run.store(bytes);
        bytes.put(tags);
        try {
            out.write(bytes.array(), 0, bytes.capacity());
            entries.writeLong(length);
            entries.writeInt(bytes.capacity());
            entries.writeInt(run.storedBytes());
            entries.writeInt(count);
            entries.writeInt(checksum(bytes.array()));
            for (int word = 0; word < words; word++) {
                entries.writeLong(rows[word]);
            }
        } catch (IOException e) {
            throw unwritten(e);
        }
        length += bytes.capacity();
        states += count;
        frames++;
    }

    static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length);
        return (int) checksum.getValue();
    }

    /** Writes the footer and makes the file durable. */
    public Part finish(int firstLevel, int lastLevel) {
        byte[] footer = ByteBuffer.allocate(Integer.BYTES + index.size())
                .putInt(frames)
                .put(index.toByteArray())
                .array();
        ByteBuffer end = ByteBuffer.allocate(END);
        int checksum = checksum(footer);
        end.putInt(footer.length).putInt(checksum).putLong(MAGIC);
        try {
            out.write(footer, 0, footer.length);
            out.write(end.array(), 0, END);
            out.close();
        } catch (IOException e) {
            throw unwritten(e);
        }
        return new Part(name, length + footer.length + END, checksum, states, firstLevel, lastLevel);
    }

    /** Lets go of the file; without {@link #finish} it is of no use to anyone. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }
}
