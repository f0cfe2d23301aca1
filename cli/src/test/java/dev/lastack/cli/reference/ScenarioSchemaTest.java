package dev.lastack.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.lastack.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** A validator that shares nothing with lastack judges scenario files by the schema as an editor does. */
class ScenarioSchemaTest {

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(new Shell().run("knobs", "--format", "schema").out());

    private static Set<ValidationMessage> complaints(String yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(JsonMapper.builder().build().writeValueAsString(document), InputFormat.JSON);
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "scenario", "src", "main", "resources"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedScenarioIsValid(Path file) throws IOException {
        assertThat(complaints(Files.readString(file))).isEmpty();
    }

    @Test
    void allShippedScenariosAreFound() throws IOException {
        assertThat(shipped())
                .hasSameSizeAs(
                        new Shell().run("variants", "--names").out().lines().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A: linux",
                "A: {extends: linux, time-wait: 2*msl}",
                "A.isn: clock(4)",
                "rto: 200ms",
                "expect: {no-old-fin: holds}",
                "'ltl: {mine: \"<> A.gone\"}'",
            })
    void otherFormsOfAScenarioAreValid(String yaml) {
        assertThat(complaints(yaml)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tme-wait: 2",
                "isn: randm",
                "capacity: 99",
                "time-wait: many",
                "A: {tme-wait: 2}",
                "expect: {no-old-fin: hold}",
                "expect: {no-old-fin: {because: x}}",
                "ltl: {mine: 3}",
            })
    void whatLastackRefusesIsInvalid(String yaml) {
        assertThat(complaints(yaml)).isNotEmpty();
    }
}
