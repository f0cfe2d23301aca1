package dev.lastack.checker.partition.part;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The levels of states that were merged from several levels, without which no run could be rebuilt: how far each is from the
 * first one, all low bytes, then all bytes above them as far as the last level needs any; coded by their frequency.
 *
 * @param first the first level there may be
 * @param last the last one
 */
record LevelTags(int first, int last) {

    private static final int BUFFER = 1 << 13;

    private int bytes() {
        return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(last - first) + 7) / Byte.SIZE);
    }

    /** Codes the first {@code count} of {@code levels}. */
    byte[] write(int[] levels, int count) {
        byte[] plain = new byte[bytes() * count];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) ((levels[i % count] - first) >>> (Byte.SIZE * (i / count)));
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setStrategy(Deflater.HUFFMAN_ONLY);
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream coded = new ByteArrayOutputStream(count);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                coded.write(buffer, 0, deflater.deflate(buffer));
            }
            return coded.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Reads what {@link #write} wrote about {@code count} states. */
    int[] read(ByteBuffer coded, int count) {
        byte[] plain = new byte[bytes() * count];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(coded);
            int filled = 0;
            while (filled < plain.length) {
                int read = inflater.inflate(plain, filled, plain.length - filled);
                if (read == 0) {
                    throw new AssertionError("levels of " + count + " states end after " + filled + " bytes");
                }
                filled += read;
            }
        } catch (DataFormatException e) {
            throw new AssertionError("what its checksum confirms cannot be read", e);
        } finally {
            inflater.end();
        }
        int[] levels = new int[count];
        for (int i = 0; i < plain.length; i++) {
            levels[i % count] += (plain[i] & 0xff) << (Byte.SIZE * (i / count));
        }
        for (int i = 0; i < count; i++) {
            levels[i] += first;
        }
        return levels;
    }
}
