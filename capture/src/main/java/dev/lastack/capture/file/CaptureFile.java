package dev.lastack.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens a capture file of either format, which its first four octets tell apart. */
public final class CaptureFile {

    private static final int GZIP = 0x1F8B;

    private CaptureFile() {}

    /**
     * Opens the file {@code path}.
     *
     * @throws CaptureFileException if it does not exist or is no capture
     */
    public static PacketReader open(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new CaptureFileException(path.toString(), "is a directory; expected a pcap or pcapng file");
            }
            return open(path.toString(), Files.newInputStream(path));
        } catch (NoSuchFileException e) {
            throw new CaptureFileException(path.toString(), "does not exist");
        } catch (IOException e) {
            throw new CaptureFileException(path.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /** Whether {@code path} is a file that begins as a capture does. */
    public static boolean looksLikeOne(Path path) {
        try (PacketReader reader = open(path)) {
            return reader.offset() >= 0;
        } catch (CaptureFileException e) {
            return false;
        }
    }

    /**
     * Reads a capture from {@code in}, which is closed with the reader.
     *
     * @param name of the file, for messages
     */
    public static PacketReader open(String name, InputStream in) {
        OctetSource source = new OctetSource(name, in);
        source.byteOrder(true);
        if (!source.has(1)) {
            throw source.problem(0, "the file is empty; expected a pcap or pcapng file");
        }
        if (source.has(2) && source.u16(0) == GZIP) {
            throw source.problem(0, "compressed with gzip; pipe it through: gzip -dc FILE | lastack capture -");
        }
        if (!source.has(4)) {
            throw source.problem(0, "the file has " + source.available() + " octets; expected a magic number of 4");
        }
        int magic = (int) source.u32(0);
        return magic == PcapngReader.SECTION_HEADER ? new PcapngReader(source) : new PcapReader(source, magic);
    }
}
