package dev.lastack.checker.partition;

import dev.lastack.checker.search.Sightings;
import dev.lastack.checker.search.Worker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What one expansion counted and saw.
 *
 * @param partition whose states were expanded
 * @param generated steps
 * @param shipped states in all shipments
 * @param bytes of all shipments
 */
@SuppressWarnings("ArrayRecordComponent")
record ExpansionTally(
        int partition, long generated, long shipped, long bytes, long[] counters, long[] cuts, Sightings sightings) {

    static ExpansionTally of(int partition, Worker worker, Router router) {
        return new ExpansionTally(
                partition,
                worker.generated(),
                router.shipped(),
                router.bytes(),
                worker.counters(),
                worker.cuts(),
                worker.watch());
    }

    byte[] write(int properties) {
        ByteArrayOutputStream bytesOut = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytesOut)) {
            out.writeInt(partition);
            out.writeLong(generated);
            out.writeLong(shipped);
            out.writeLong(bytes);
            write(counters, out);
            write(cuts, out);
            SightingsData.write(sightings, properties, out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be written to", e);
        }
        return bytesOut.toByteArray();
    }

    private static void write(long[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    /** Reads what {@link #write} wrote about {@code problem}. */
    static ExpansionTally read(byte[] from, Problem problem) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(from))) {
            return new ExpansionTally(
                    in.readInt(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    longs(in),
                    longs(in),
                    SightingsData.read(problem.properties().size(), problem.words(), in));
        } catch (IOException e) {
            throw new UncheckedIOException("a tally has another shape", e);
        }
    }

    private static long[] longs(DataInputStream in) throws IOException {
        long[] values = new long[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return values;
    }
}
