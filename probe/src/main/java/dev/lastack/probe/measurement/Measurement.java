package dev.lastack.probe.measurement;

import dev.lastack.probe.host.KernelHost;
import dev.lastack.probe.tun.Namespace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Measures the kernel of this network namespace; a program of its own, see {@link Namespace#start}. */
public final class Measurement {

    /** What is done under each setting. */
    private static final Map<Setting, Plan> PLANS = Map.of(
            Setting.DEFAULT, new Plan(Cases.all(), List.of(Question.values())),
            Setting.RFC1337, new Plan(Cases.RST_IN_TIME_WAIT, List.of()),
            Setting.TW_REUSE,
                    new Plan(
                            List.of(),
                            List.of(Question.REUSE, Question.REUSE_WITHOUT_TIMESTAMPS, Question.REUSE_OF_NAMED_PORT)),
            Setting.NO_TIMESTAMPS, new Plan(Cases.STAMPED_TEXT, List.of()));

    private static final List<String> SYSCTLS = List.of(
            "tcp_fin_timeout",
            "tcp_invalid_ratelimit",
            "tcp_orphan_retries",
            "tcp_rfc1337",
            "tcp_rto_min_us",
            "tcp_rto_max_ms",
            "tcp_timestamps",
            "tcp_tw_reuse",
            "tcp_tw_reuse_delay");

    private static final int LONGEST_MINUTES = 5;

    private record Plan(List<Case> cases, List<Question> questions) {}

    private final KernelHost kernel;
    private final Observations observations;

    private Measurement(KernelHost kernel, Observations observations) {
        this.kernel = kernel;
        this.observations = observations;
    }

    /** Writes {@link Observations} into the file named. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Observations observations = Observations.empty(System.getProperty("os.version"));
        for (String sysctl : SYSCTLS) {
            observations.sysctls().put(sysctl, Namespace.get(sysctl));
        }
        // The kernel must not remember round trips from one connection to the next.
        Namespace.set("tcp_no_metrics_save", "1");
        try (KernelHost kernel = new KernelHost()) {
            Measurement measurement = new Measurement(kernel, observations);
            for (Setting setting : List.of(Setting.RFC1337, Setting.TW_REUSE, Setting.NO_TIMESTAMPS, Setting.DEFAULT)) {
                measurement.run(setting);
            }
        }
        observations.write(Path.of(arguments[0]));
    }

    private void run(Setting setting) throws IOException, InterruptedException {
        String before =
                setting.sysctl().isPresent() ? Namespace.set(setting.sysctl().get(), setting.value()) : "";
        Plan plan = PLANS.getOrDefault(setting, new Plan(List.of(), List.of()));
        List<Runnable> tasks = new ArrayList<>();
        plan.questions().forEach(question -> tasks.add(() -> ask(setting, question)));
        plan.cases().forEach(one -> tasks.add(() -> run(setting, one)));
        // All at once: TIME-WAIT is waited for once, not once for each connection.
        ExecutorService all = Executors.newFixedThreadPool(tasks.size());
        tasks.forEach(all::execute);
        all.shutdown();
        if (!all.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            all.shutdownNow();
        }
        if (setting.sysctl().isPresent()) {
            Namespace.set(setting.sysctl().get(), before);
        }
    }

    private void run(Setting setting, Case one) {
        String key = Observations.key(setting, one.toString());
        try {
            observations.responses().put(key, one.on(kernel.incoming()));
        } catch (RuntimeException e) {
            observations.failures().put(key, String.valueOf(e.getMessage()));
        }
    }

    private void ask(Setting setting, Question question) {
        String key = Observations.key(setting, question.name());
        try {
            observations.series().put(key, question.ask(kernel));
        } catch (RuntimeException e) {
            observations.failures().put(key, String.valueOf(e.getMessage()));
        }
    }
}
