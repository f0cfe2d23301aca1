package dev.lastack.spark;

import dev.lastack.model.decisions.Variant;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;

/** A variant in Java that is on no class path, compiled when it is needed. */
final class OwnVariant {

    private static final String NAME = "own.Hurried";

    private static final String SOURCE = """
        package own;
        public final class Hurried extends dev.lastack.model.decisions.Decisions {
            @Override
            public int timeWaitTicks(dev.lastack.model.state.Tcb tcb) {
                return 1;
            }
        }
        """;

    private OwnVariant() {}

    /** The variant in {@code jar}, whose classes the current thread sees from now on. */
    static Variant load(Path jar) throws IOException, ClassNotFoundException {
        Thread thread = Thread.currentThread();
        URL[] urls = {jar.toUri().toURL()};
        thread.setContextClassLoader(new URLClassLoader(urls, thread.getContextClassLoader()));
        return Variant.of(Variant.classNamed(NAME));
    }

    /** A jar with the class, in {@code folder}. */
    static Path jar(Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/own")).resolve("Hurried.java");
        Files.writeString(source, SOURCE);
        Path classes = folder.resolve("classes");
        int code =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        if (code != 0) {
            throw new AssertionError("the variant cannot be compiled");
        }
        Path jar = folder.resolve("own.jar");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            Files.createDirectory(zip.getPath("own"));
            Files.copy(classes.resolve("own/Hurried.class"), zip.getPath("own/Hurried.class"));
        }
        return jar;
    }
}
