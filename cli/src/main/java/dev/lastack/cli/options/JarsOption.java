package dev.lastack.cli.options;

import dev.lastack.model.decisions.Variant;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the classes of variants in Java are. */
public final class JarsOption {

    @Option(
            names = "--jars",
            paramLabel = "JAR",
            split = ",",
            description = "Jar files with the class of a variant in Java, and what it needs; repeatable.")
    private List<Path> jars = new ArrayList<>();

    public List<Path> jars() {
        return List.copyOf(jars);
    }

    /**
     * The variant that the class {@code name} is; the classes of the jars are from now on seen by the current thread and by
     * those that it starts.
     *
     * @param place where the name is given
     * @throws ScenarioException if there is no such file or class, or it is no variant
     */
    public Variant variant(String name, Place place) {
        return variant(jars, name, place);
    }

    static Variant variant(List<Path> jars, String name, Place place) {
        if (!jars.isEmpty()) {
            URL[] urls = jars.stream().map(JarsOption::url).toArray(URL[]::new);
            Thread thread = Thread.currentThread();
            thread.setContextClassLoader(new URLClassLoader(urls, thread.getContextClassLoader()));
        }
        try {
            return Variant.of(Variant.classNamed(name));
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            throw new ScenarioException(place, "there is no class '" + name + "'; --jars names the jar that has it");
        } catch (IllegalArgumentException e) {
            throw new ScenarioException(place, String.valueOf(e.getMessage()));
        }
    }

    private static URL url(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new ScenarioException(Place.of("--jars"), "'" + jar + "' is no file");
        }
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new ScenarioException(Place.of("--jars"), "'" + jar + "' cannot be read: " + e.getMessage());
        }
    }
}
