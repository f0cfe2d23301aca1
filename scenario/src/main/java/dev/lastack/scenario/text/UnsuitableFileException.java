package dev.lastack.scenario.text;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file of the wrong kind or size. The reason is a predicate, such as "is a directory, not a trace file". */
public final class UnsuitableFileException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    UnsuitableFileException(Path file, String reason) {
        super(file.toString(), null, reason);
    }
}
