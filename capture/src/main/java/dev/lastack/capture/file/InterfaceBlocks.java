package dev.lastack.capture.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The interfaces of the current section of a pcapng file, and what their statistics say was lost. */
final class InterfaceBlocks {

    private static final int TIME_RESOLUTION = 9;
    private static final int CHECK_SEQUENCE_LENGTH = 13;
    private static final int TIME_OFFSET = 14;
    private static final int DROPPED_BY_INTERFACE = 5;
    private static final int DROPPED_BY_SYSTEM = 7;

    private final OctetSource source;
    private final int most;
    private final List<Interface> interfaces = new ArrayList<>();
    private int taps;
    private long lostBefore;
    private long[] lost = new long[0];

    InterfaceBlocks(OctetSource source, int most) {
        this.source = source;
        this.most = most;
    }

    void newSection() {
        lostBefore = lost();
        lost = new long[0];
        interfaces.clear();
    }

    /** Reads an interface description block of {@code length} octets. */
    void describe(int length) {
        if (length < 20) {
            throw source.problem(4, "an interface description of " + length + " octets; expected at least 20");
        }
        if (taps == most) {
            throw source.problem(0, "more than " + most + " interfaces");
        }
        TimeUnit unit = TimeUnit.DEFAULT;
        long offset = 0;
        int checkSequence = 0;
        Options options = new Options(source, 16, length - 4);
        while (options.next()) {
            switch (options.code()) {
                case TIME_RESOLUTION -> unit = TimeUnit.of(source.u8(options.value(1)), 0);
                case CHECK_SEQUENCE_LENGTH -> checkSequence = source.u8(options.value(1));
                case TIME_OFFSET -> offset = source.i64(options.value(8));
                default -> {}
            }
        }
        interfaces.add(new Interface(source.u16(8), source.u32(12), unit.withOffset(offset), checkSequence, taps++));
    }

    /** Reads an interface statistics block; the last one of an interface counts. */
    void statistics(int length) {
        if (length < 24) {
            throw source.problem(4, "interface statistics of " + length + " octets; expected at least 24");
        }
        long number = source.u32(8);
        if (number >= interfaces.size()) {
            throw unknown(8, number);
        }
        long dropped = 0;
        Options options = new Options(source, 20, length - 4);
        while (options.next()) {
            if (options.code() == DROPPED_BY_INTERFACE || options.code() == DROPPED_BY_SYSTEM) {
                dropped += Math.max(0, source.i64(options.value(8)));
            }
        }
        if (dropped > 0) {
            lost = lost.length == interfaces.size() ? lost : Arrays.copyOf(lost, interfaces.size());
            lost[(int) number] = dropped;
        }
    }

    /** Interface {@code number} of the section, which the block names at position {@code at}. */
    Interface get(int at, long number) {
        if (number >= interfaces.size()) {
            throw unknown(at, number);
        }
        return interfaces.get((int) number);
    }

    private CaptureFileException unknown(int at, long number) {
        return source.problem(
                at, "interface " + number + "; the section has " + interfaces.size() + ", counted from 0");
    }

    long lost() {
        long sum = lostBefore;
        for (long one : lost) {
            sum += one;
        }
        return sum;
    }
}
