package dev.lastack.capture.report;

import dev.lastack.capture.file.Frame;
import dev.lastack.capture.file.PacketReader;
import java.util.ArrayList;
import java.util.List;

/** Several captures as one, in the order of time; a single one keeps the order of its file. */
final class Merged implements AutoCloseable {

    private static final int TAPS_OF_A_FILE = 1 << 16;

    private final List<PacketReader> readers;
    private final List<Frame> heads = new ArrayList<>();
    private final boolean[] filled;
    private int current = -1;

    Merged(List<PacketReader> readers) {
        this.readers = List.copyOf(readers);
        this.filled = new boolean[readers.size()];
        readers.forEach(reader -> heads.add(new Frame()));
    }

    /** Moves to the earliest packet that was not read; false if there is none. */
    boolean next() {
        if (current >= 0) {
            filled[current] = readers.get(current).next(heads.get(current));
        } else {
            for (int i = 0; i < filled.length; i++) {
                filled[i] = readers.get(i).next(heads.get(i));
            }
        }
        current = -1;
        for (int i = 0; i < filled.length; i++) {
            if (filled[i]
                    && (current < 0 || heads.get(i).time() < heads.get(current).time())) {
                current = i;
            }
        }
        return current >= 0;
    }

    Frame frame() {
        return heads.get(current);
    }

    /** The interface of the packet among those of all files. */
    int tap() {
        return current * TAPS_OF_A_FILE + frame().tap();
    }

    long octets() {
        return readers.stream().mapToLong(PacketReader::offset).sum();
    }

    long lost() {
        return readers.stream().mapToLong(PacketReader::lost).sum();
    }

    List<String> warnings() {
        return readers.stream().flatMap(reader -> reader.warnings().stream()).toList();
    }

    @Override
    public void close() {
        readers.forEach(PacketReader::close);
    }
}
