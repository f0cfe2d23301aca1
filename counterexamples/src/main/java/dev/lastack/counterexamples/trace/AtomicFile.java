package dev.lastack.counterexamples.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a file whole or not at all. */
public final class AtomicFile {

    /** What a file system allocates at once, so that a full one refuses it. */
    private static final int BLOCK = 4096;

    private AtomicFile() {}

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    /** As {@link #write(Path, Contents)}, with these octets. */
    public static void write(Path file, byte[] octets) {
        write(file, out -> out.write(octets));
    }

    /**
     * Writes {@code contents} next to {@code file} first and then renames, so that nobody ever sees half of it. A folder
     * that is missing is made. A device or a pipe, such as {@code /dev/stdout}, is written to and not replaced.
     *
     * @throws TraceFileException if it cannot be written; nothing is left behind then
     */
    public static void write(Path file, Contents contents) {
        requirePlace(file);
        if (!isDevice(file)) {
            replace(file, contents);
            return;
        }
        try (OutputStream out = buffered(file, StandardOpenOption.WRITE)) {
            contents.writeTo(out);
        } catch (IOException e) {
            throw unwritable(file, reason(e));
        }
    }

    private static OutputStream buffered(Path file, OpenOption option) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file, option));
    }

    /** As {@link #write(Path, byte[])}, for a file that is never a device: what stands there, a symbolic link too, is replaced unread. */
    static void replace(Path file, byte[] octets) {
        replace(file, out -> out.write(octets));
    }

    private static void replace(Path file, Contents contents) {
        Path partial = null;
        try {
            requirePlace(file);
            // Only a root has no folder, and that is a directory.
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            // Not a temporary file, because only its owner can read one.
            partial = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".partial");
            try (OutputStream out = buffered(partial, StandardOpenOption.CREATE_NEW)) {
                contents.writeTo(out);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // What file systems such as /proc say when a new name is not for programs to make.
            throw unwritable(file, "nothing can be made in " + nearestFolder(file));
        } catch (IOException e) {
            throw unwritable(file, reason(e));
        } finally {
            discard(partial);
        }
    }

    /**
     * Says early what {@link #write} would say: that {@code file} is a folder, that a file stands where its folder would be, that
     * this may not be written, or that the file system is read-only or full. A block is written to find out, and removed.
     *
     * @throws TraceFileException if so
     */
    public static void requireWritable(Path file) {
        requirePlace(file);
        if (isDevice(file)) {
            return;
        }
        Path probe = nearestFolder(file).resolve(".lastack." + UUID.randomUUID() + ".probe");
        try {
            Files.write(probe, new byte[BLOCK], StandardOpenOption.CREATE_NEW);
        } catch (NoSuchFileException e) {
            probe = null;
            throw unwritable(file, "nothing can be made in " + nearestFolder(file));
        } catch (IOException e) {
            throw unwritable(file, reason(e));
        } finally {
            discard(probe);
        }
    }

    private static void requirePlace(Path file) {
        if (Files.isDirectory(file)) {
            throw unwritable(file, "it is a directory");
        }
        Path folder = nearestFolder(file);
        if (!Files.isDirectory(folder)) {
            throw unwritable(file, "a file stands where a folder is needed");
        }
        if (!Files.isWritable(isDevice(file) ? file : folder)) {
            throw unwritable(file, "permission denied");
        }
    }

    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    private static TraceFileException unwritable(Path file, String reason) {
        return new TraceFileException(file.toString(), "cannot be written: " + reason);
    }

    /** The folder of {@code file}, or the first above it that exists. */
    private static Path nearestFolder(Path file) {
        Path nearest = file.toAbsolutePath();
        for (Path above = nearest.getParent(); above != null; above = above.getParent()) {
            nearest = above;
            if (Files.exists(above)) {
                break;
            }
        }
        return nearest;
    }

    private static void discard(@Nullable Path partial) {
        try {
            if (partial != null) {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new TraceFileException(partial.toString(), "cannot be removed: " + reason(e));
        }
    }

    /** What went wrong, for a person: file system exceptions say only the name of the file. */
    public static String reason(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "there is no such file or folder";
            case "AccessDeniedException" -> "permission denied";
            case "FileAlreadyExistsException" -> "a file stands where a folder is needed";
            case "MalformedInputException" -> "it is not UTF-8 text";
            default ->
                e instanceof FileSystemException system && system.getReason() != null
                        ? system.getReason()
                        : String.valueOf(e.getMessage());
        };
    }
}
