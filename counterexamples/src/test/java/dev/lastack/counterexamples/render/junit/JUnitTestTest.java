package dev.lastack.counterexamples.render.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.fixture.Verified;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source that is written compiles, is green on the model that broke the claim, and red on a run that does not fit. */
class JUnitTestTest {

    private final Counterexample run = Verified.randomIsnRuns().get(0);
    private final String source = new String(new JUnitTest().render(run), StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void replaysTheRun() throws Exception {
        runTest(source);
    }

    @Test
    void failsWhereTheRunNoLongerFits() {
        String stale = source.replace("\"state\":\"TIME-WAIT\"", "\"state\":\"CLOSING\"");
        assertThatThrownBy(() -> runTest(stale)).rootCause().isInstanceOf(AssertionError.class);
    }

    private void runTest(String text) throws Exception {
        String name = JUnitTest.className(run);
        Path file = Files.writeString(folder.resolve(name + ".java"), text);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        file.toString());
        assertThat(failed).isZero();
        URL[] path = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            Class<?> test = loader.loadClass(name);
            Constructor<?> constructor = test.getDeclaredConstructor();
            Method method = test.getDeclaredMethod("breaksNoOldFin");
            constructor.setAccessible(true);
            method.setAccessible(true);
            method.invoke(constructor.newInstance());
        }
    }
}
