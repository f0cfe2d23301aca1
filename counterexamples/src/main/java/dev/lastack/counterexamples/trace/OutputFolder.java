package dev.lastack.counterexamples.trace;

import java.nio.file.Path;

/** A folder for results. Nothing is written outside of it, whatever the names of the files are made of. */
public record OutputFolder(Path path) {

    /**
     * Says early, before anything is computed, that nothing can be written here.
     *
     * @throws TraceFileException if so
     */
    public void requireWritable() {
        AtomicFile.requireWritable(path.resolve("results"));
    }

    /**
     * The file of that name.
     *
     * @throws TraceFileException if it would not stand in this very folder
     */
    public Path file(String name) {
        Path folder = path.toAbsolutePath().normalize();
        if (!folder.equals(folder.resolve(name).normalize().getParent())) {
            throw new TraceFileException(path.toString(), "the file name '" + name + "' leads out of this folder");
        }
        return path.resolve(name);
    }

    /**
     * Writes a file whole or not at all. A symbolic link of that name is replaced, not followed.
     *
     * @return where it is
     * @throws TraceFileException if it cannot be written
     */
    public Path write(String name, byte[] octets) {
        Path file = file(name);
        AtomicFile.replace(file, octets);
        return file;
    }
}
