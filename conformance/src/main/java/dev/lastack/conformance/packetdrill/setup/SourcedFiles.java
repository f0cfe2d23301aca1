package dev.lastack.conformance.packetdrill.setup;

import dev.lastack.scenario.text.UnsuitableFileException;
import dev.lastack.scenario.text.UserFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a script sources. Only those below the folder that the user named are opened, and none is executed. */
public final class SourcedFiles {

    private static final int LARGEST_MEBIBYTES = 1;

    /** Files that source each other for ever end here. */
    private static final int DEEPEST = 8;

    private final Path folder;
    private final Path script;

    /**
     * @param folder the files below it may be read
     * @param script paths that a script writes count from its folder, as the shell that packetdrill starts there sees them
     */
    public SourcedFiles(Path folder, Path script) {
        this.folder = folder;
        this.script = script;
    }

    /** The commands of shell text, each sourced file replaced by the commands in it. */
    List<ShellCommand> commands(String text) throws Refused {
        List<ShellCommand> all = new ArrayList<>();
        collect(text, 0, all);
        return all;
    }

    private void collect(String text, int depth, List<ShellCommand> all) throws Refused {
        for (ShellCommand command : ShellCommand.read(text)) {
            if (command instanceof ShellCommand.Sourced sourced) {
                if (depth == DEEPEST) {
                    throw new Refused("the file '" + sourced.path() + "', sourced " + DEEPEST + " levels deep,");
                }
                collect(content(sourced.path()), depth + 1, all);
            } else {
                all.add(command);
            }
        }
    }

    private String content(String path) throws Refused {
        try {
            Path root = folder.toRealPath();
            Path own = script.toAbsolutePath().getParent();
            // The real path: neither '..' nor a symbolic link leads out of the folder.
            Path file = own == null ? root.resolve(path) : own.resolve(path);
            Path real = file.toRealPath();
            if (!real.startsWith(root)) {
                throw new Refused("the sourced file '" + path + "', which lies outside " + folder + ",");
            }
            return new String(UserFile.read(real, "a shell script", LARGEST_MEBIBYTES), StandardCharsets.ISO_8859_1);
        } catch (UnsuitableFileException unsuitable) {
            throw new Refused("the sourced file '" + path + "', which " + unsuitable.getReason() + ",");
        } catch (IOException | InvalidPathException unreadable) {
            throw new Refused("the sourced file '" + path + "', which cannot be read,");
        }
    }

    /** A sourced file that is not read. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;

        Refused(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }
}
