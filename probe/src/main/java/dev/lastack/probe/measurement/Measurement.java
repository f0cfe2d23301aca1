package dev.lastack.probe.measurement;

import dev.lastack.probe.host.MeasuredHost;
import dev.lastack.probe.host.UnansweredException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Measures a host, and keeps what it sees. */
public final class Measurement {

    private final MeasuredHost host;
    private final Observations observations;

    public Measurement(MeasuredHost host, Observations observations) {
        this.host = host;
        this.observations = observations;
    }

    /** What is done under {@code setting}, each on connections of its own. */
    public List<Runnable> tasks(Setting setting) {
        List<Runnable> tasks = new ArrayList<>();
        questions(setting).forEach(question -> tasks.add(() -> ask(setting, question)));
        cases(setting).forEach(one -> tasks.add(() -> run(setting, one)));
        return tasks;
    }

    private static List<NumericQuestion> questions(Setting setting) {
        return switch (setting) {
            case DEFAULT -> List.of(NumericQuestion.values());
            case TW_REUSE ->
                List.of(
                        NumericQuestion.REUSE,
                        NumericQuestion.REUSE_WITHOUT_TIMESTAMPS,
                        NumericQuestion.REUSE_OF_NAMED_PORT);
            case RFC1337, NO_TIMESTAMPS -> List.of();
        };
    }

    private static List<Case> cases(Setting setting) {
        return switch (setting) {
            case DEFAULT -> Cases.all();
            case RFC1337 -> Cases.RST_IN_TIME_WAIT;
            case NO_TIMESTAMPS -> Cases.STAMPED_TEXT;
            case TW_REUSE -> List.of();
        };
    }

    private void run(Setting setting, Case one) {
        String key = Observations.key(setting, one.toString());
        try {
            observations.responses().put(key, one.on(host.incoming()));
        } catch (UnreachedException | UnansweredException | UncheckedIOException e) {
            observations.failures().put(key, String.valueOf(e.getMessage()));
        }
    }

    private void ask(Setting setting, NumericQuestion question) {
        String key = Observations.key(setting, question.name());
        try {
            observations.series().put(key, question.ask(host));
        } catch (UnreachedException | UnansweredException | UncheckedIOException e) {
            observations.failures().put(key, String.valueOf(e.getMessage()));
        }
    }
}
