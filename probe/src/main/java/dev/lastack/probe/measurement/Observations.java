package dev.lastack.probe.measurement;

import dev.lastack.probe.walk.WalkSurvey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that was seen of a stack, by names that {@link #key} makes. Comparing it needs no such stack.
 *
 * @param version as the stack itself says it: what {@code uname -r} prints, or {@code 2.1.3}
 * @param sysctls of {@code net.ipv4} that matter here, as a new namespace has them
 * @param responses by case
 * @param series numbers by question: milliseconds, or sequence numbers
 * @param failures why something is missing, by case or question
 * @param exploration random walks
 */
public record Observations(
        MeasuredStack stack,
        String version,
        Map<String, String> sysctls,
        Map<String, Response> responses,
        Map<String, List<Long>> series,
        Map<String, String> failures,
        WalkSurvey exploration) {

    /** None yet. Threads may add to it. */
    public static Observations empty(MeasuredStack stack, String version) {
        return new Observations(
                stack,
                version,
                new TreeMap<>(),
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>(),
                WalkSurvey.NONE);
    }

    /** The same with random walks. */
    public Observations with(WalkSurvey walks) {
        return new Observations(stack, version, sysctls, responses, series, failures, walks);
    }

    static String key(Setting setting, String question) {
        return setting + " | " + question;
    }

    public Optional<Response> response(Setting setting, Case question) {
        return Optional.ofNullable(responses.get(key(setting, question.toString())));
    }

    public Optional<List<Long>> series(Setting setting, NumericQuestion question) {
        return Optional.ofNullable(series.get(key(setting, question.name())));
    }

    public Optional<String> failure(Setting setting, String question) {
        return Optional.ofNullable(failures.get(key(setting, question)));
    }

    /** Writes it, so that it can be compared again. */
    public void write(Path file) {
        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    }

    /** Reads what {@link #write} wrote. */
    public static Observations read(Path file) {
        return JsonMapper.shared().readValue(file.toFile(), Observations.class);
    }
}
