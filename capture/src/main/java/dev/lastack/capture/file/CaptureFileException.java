package dev.lastack.capture.file;

import dev.lastack.scenario.text.InputException;
import java.io.Serial;

/** A capture file that cannot be read: which file, at which octet, what was expected and what was found. */
public final class CaptureFileException extends InputException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The octet at {@code offset} of {@code file}, counted from 0, is not what it must be. */
    public CaptureFileException(String file, long offset, String problem) {
        super(file + ": octet " + offset + ": " + problem);
    }

    /** All of {@code file} cannot be read. */
    public CaptureFileException(String file, String problem) {
        super(file + ": " + problem);
    }
}
