package dev.lastack.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file of Java, in whatever module and package it is. */
record Source(String module, Path path, String text) {

    private static final Path PROJECT = Path.of("..");

    /** The main sources of every module. */
    static List<Source> ofMain() throws IOException {
        return below("main");
    }

    /** All sources, those of the tests too. */
    static List<Source> all() throws IOException {
        List<Source> all = new ArrayList<>(ofMain());
        all.addAll(below("test"));
        return all;
    }

    private static List<Source> below(String tree) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String module : Modules.names()) {
            Path root = PROJECT.resolve(Path.of(module, "src", tree, "java"));
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    sources.add(new Source(module, root.relativize(file), Files.readString(file)));
                }
            }
        }
        return sources;
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    String packageName() {
        return String.valueOf(path.getParent()).replace('/', '.').replace('\\', '.');
    }

    @Override
    public String toString() {
        return module + " " + path;
    }
}
