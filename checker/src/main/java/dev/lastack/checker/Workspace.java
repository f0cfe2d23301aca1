package dev.lastack.checker;

import java.nio.file.Path;

/**
 * A directory in which an exploration keeps its levels. With one, the exploration survives being killed, and goes
 * on from disk when its memory budget is used up.
 *
 * @param directory created if there is none; it must be empty unless {@code resume}
 * @param subject what is explored, in words that change with anything that changes the states; a directory of
 *     another subject is refused
 * @param resume whether to go on from the last complete level in the directory, if there is one
 */
public record Workspace(Path directory, String subject, boolean resume) {

    /** The directory cannot be used; the message names it, and what is wrong. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unusable(Path path, String why) {
            this(path.toString(), why);
        }

        public Unusable(String where, String why) {
            super(where + ": " + why);
        }
    }
}
