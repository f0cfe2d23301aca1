package dev.lastack.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Variant;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/variants.md shows the classes of its example, and what comes of them. */
class VariantsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "variants.md");
    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "variant-in-java", "src");
    private static final Path SOURCES = EXAMPLE.resolve(Path.of("main", "java", "example"));
    private static final Path SCENARIOS = EXAMPLE.resolve(Path.of("test", "resources"));
    private static final Pattern BLOCK =
            Pattern.compile("<!-- (file|run): ([^\n]*) -->\n(```\\w*\n)(.*?)```\n", Pattern.DOTALL);

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var sources = Files.list(SOURCES)) {
            List<String> arguments = new ArrayList<>(
                    List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
            sources.forEach(source -> arguments.add(source.toString()));
            assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                    .isZero();
        }
    }

    @Test
    void thePageShowsWhatComesOut() throws IOException {
        String page = Files.readString(PAGE);
        String current;
        try (URLClassLoader example =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            current = BLOCK.matcher(page).replaceAll(block -> Matcher.quoteReplacement(block(block, example)));
        }
        if ("rewrite".equals(System.getProperty("lastack.documents"))) {
            Files.writeString(PAGE, current);
        }
        assertThat(page).isEqualTo(current);
    }

    private static String block(MatchResult block, ClassLoader example) {
        String content = block.group(1).equals("file")
                ? source(block.group(2))
                : run(example, block.group(2).split(" "));
        return "<!-- " + block.group(1) + ": " + block.group(2) + " -->\n" + block.group(3) + content + "```\n";
    }

    /** The class without its package and imports. */
    private static String source(String type) {
        try {
            String source = Files.readString(SOURCES.resolve(type + ".java"));
            return source.substring(source.indexOf("/**"));
        } catch (IOException e) {
            throw new AssertionError(type, e);
        }
    }

    /** The verdicts of a scenario decided by a class, and the run that breaks one claim. */
    private static String run(ClassLoader example, String... words) {
        Report report = Verification.of(Scenarios.read(SCENARIOS.resolve(words[1])))
                .variant(variant(words[0], example))
                .run();
        StringBuilder text = new StringBuilder();
        for (ClaimResult result : report.claims()) {
            String steps = result.trace()
                    .map(trace -> "in %2d steps".formatted(trace.steps().size()))
                    .orElse("");
            text.append("%-9s %-17s %s"
                            .formatted(result.outcome(), result.claim().id(), steps)
                            .stripTrailing())
                    .append('\n');
        }
        if (words.length > 2) {
            Counterexample run =
                    Counterexample.of(report.claim(words[2]).orElseThrow()).orElseThrow();
            text.append('\n').append(new Ladder(false).text(run));
        }
        return text.toString();
    }

    private static Variant variant(String type, ClassLoader example) {
        if (type.equals("-")) {
            return Variant.OF_KNOBS;
        }
        try {
            return Variant.of(example.loadClass("example." + type).asSubclass(Decisions.class));
        } catch (ClassNotFoundException e) {
            throw new LinkageError(type, e);
        }
    }
}
