package dev.lastack.capture.file;

import java.util.List;

/** Reads the packets of one capture file in the order of the file. */
public interface PacketReader extends AutoCloseable {

    /**
     * Reads the next packet into {@code frame}; false at the end of the file. A last packet of which only a part was
     * written is left out: {@link #warnings()} says so.
     *
     * @throws CaptureFileException if the file is no capture
     */
    boolean next(Frame frame);

    /** What is odd about the file as far as it was read, a sentence each. */
    List<String> warnings();

    /** Packets that the capturing program says it lost. */
    long lost();

    /** Octets read so far. */
    long offset();

    @Override
    void close();
}
