package dev.lastack.checker.partition.part;

import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.search.PropertyFindings;
import dev.lastack.checker.search.Totals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is known once a level is complete.
 *
 * @param level its number
 * @param parts of each partition all parts, oldest first
 * @param totals what was counted until then
 * @param findings what all levels say of the properties, see {@link PropertyFindings#write}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Manifest(int level, List<List<Part>> parts, Totals totals, byte[] findings) {

    /** Distinct states so far. */
    public long states() {
        return parts.stream().flatMap(List::stream).mapToLong(Part::states).sum();
    }

    /** Bytes of all parts. */
    public long bytes() {
        return parts.stream().flatMap(List::stream).mapToLong(Part::length).sum();
    }

    /** States of the level itself. */
    public long latest() {
        return parts.stream()
                .flatMap(List::stream)
                .filter(part -> part.firstLevel() == level)
                .mapToLong(Part::states)
                .sum();
    }

    /** The names of all parts. */
    Set<String> names() {
        return parts.stream().flatMap(List::stream).map(Part::name).collect(Collectors.toSet());
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(level);
            out.writeInt(parts.size());
            for (List<Part> ofPartition : parts) {
                out.writeInt(ofPartition.size());
                for (Part part : ofPartition) {
                    out.writeUTF(part.name());
                    out.writeLong(part.length());
                    out.writeInt(part.checksum());
                    out.writeLong(part.states());
                    out.writeInt(part.firstLevel());
                    out.writeInt(part.lastLevel());
                }
            }
            totals.write(out);
            out.writeInt(findings.length);
            out.write(findings);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote about a search of {@code system}. */
    static Manifest read(byte[] from, TransitionSystem system) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(from))) {
            int level = in.readInt();
            List<List<Part>> parts = new ArrayList<>();
            for (int partition = in.readInt(); partition > 0; partition--) {
                List<Part> ofPartition = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    ofPartition.add(new Part(
                            in.readUTF(), in.readLong(), in.readInt(), in.readLong(), in.readInt(), in.readInt()));
                }
                parts.add(List.copyOf(ofPartition));
            }
            Totals totals = Totals.none(system).read(in);
            return new Manifest(level, parts, totals, in.readNBytes(in.readInt()));
        } catch (IOException e) {
            throw new UncheckedIOException("what its checksum confirms cannot be read", e);
        }
    }
}
