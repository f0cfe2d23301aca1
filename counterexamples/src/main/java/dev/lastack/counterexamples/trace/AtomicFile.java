package dev.lastack.counterexamples.trace;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a file whole or not at all. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes {@code octets} beside {@code file} first and then renames, so that nobody ever sees half of it. A folder
     * that is missing is made.
     *
     * @throws TraceFileException if it cannot be written; nothing is left behind then
     */
    public static void write(Path file, byte[] octets) {
        Path partial = null;
        try {
            requireWritable(file);
            // Only a root has no folder, and that is a directory.
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            // A name of its own and not a temporary file: those are for their owner's eyes only.
            partial = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".partial");
            Files.write(partial, octets, StandardOpenOption.CREATE_NEW);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // What file systems such as /proc say when a new name is not for programs to make.
            throw new TraceFileException(
                    file.toString(), "cannot be written: nothing can be made in " + nearestFolder(file));
        } catch (IOException e) {
            throw new TraceFileException(file.toString(), "cannot be written: " + reason(e));
        } finally {
            discard(partial);
        }
    }

    /**
     * Says early what {@link #write} would say, as far as it shows before: that {@code file} is a folder, or that a file stands
     * where its folder would be, or that this may not be written.
     *
     * @throws TraceFileException if so
     */
    public static void requireWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw new TraceFileException(file.toString(), "cannot be written: it is a directory");
        }
        Path folder = nearestFolder(file);
        if (!Files.isDirectory(folder)) {
            throw new TraceFileException(file.toString(), "cannot be written: a file stands where a folder is needed");
        }
        if (!Files.isWritable(folder)) {
            throw new TraceFileException(file.toString(), "cannot be written: permission denied");
        }
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
