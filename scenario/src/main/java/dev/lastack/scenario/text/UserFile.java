package dev.lastack.scenario.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a file that a user named: a regular file of limited size. A pipe would block for ever and {@code /dev/zero} would
 * fill the memory.
 */
public final class UserFile {

    private static final long MEBIBYTE = 1 << 20;

    private UserFile() {}

    /**
     * The octets of {@code file}.
     *
     * @param kind what the file should be, with its article: "a trace file"
     * @param mebibytes the largest size; one that says it is smaller and is not, such as a file of {@code /proc}, is refused
     *     all the same
     * @throws UnsuitableFileException if it is a directory, a pipe or a device, or larger
     * @throws IOException if it cannot be read
     */
    public static byte[] read(Path file, String kind, int mebibytes) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnsuitableFileException(file, "is a directory, not " + kind);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnsuitableFileException(file, "is a pipe or a device, not " + kind);
        }
        long largest = mebibytes * MEBIBYTE;
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) <= largest) {
                byte[] octets = in.readNBytes((int) largest + 1);
                if (octets.length <= largest) {
                    return octets;
                }
            }
        }
        throw new UnsuitableFileException(file, "is larger than " + mebibytes + " MiB, which is too large for " + kind);
    }
}
