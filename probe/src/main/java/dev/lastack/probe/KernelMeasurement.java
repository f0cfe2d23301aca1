package dev.lastack.probe;

import dev.lastack.probe.host.KernelHost;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.Measurement;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.probe.tun.Namespace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Measures the kernel of this network namespace; a program of its own, see {@link Namespace#start}. */
public final class KernelMeasurement {

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
    private static final int WALKS = 400;

    private KernelMeasurement() {}

    /** Writes {@link Observations} into the file named. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Observations observations = Observations.empty(MeasuredStack.LINUX, System.getProperty("os.version"));
        for (String sysctl : SYSCTLS) {
            observations.sysctls().put(sysctl, Namespace.get(sysctl));
        }
        try (KernelHost kernel = host()) {
            Measurement measurement = new Measurement(kernel, observations);
            for (Setting setting : List.of(Setting.RFC1337, Setting.TW_REUSE, Setting.NO_TIMESTAMPS, Setting.DEFAULT)) {
                run(measurement, setting);
            }
            walk(kernel, observations, WALKS).write(Path.of(arguments[0]));
        }
    }

    /** Only random walks. */
    static Observations walk(int count) throws IOException {
        try (KernelHost kernel = host()) {
            return walk(kernel, Observations.empty(MeasuredStack.LINUX, System.getProperty("os.version")), count);
        }
    }

    private static Observations walk(KernelHost kernel, Observations observations, int count) throws IOException {
        // Steps follow each other faster than Linux by default answers segments that it does not accept.
        Namespace.set("tcp_invalid_ratelimit", "0");
        return observations.with(StackWalks.on(kernel, MeasuredStack.LINUX, count));
    }

    private static KernelHost host() throws IOException {
        Namespace.set("tcp_max_syn_backlog", "8192");
        // The kernel must not remember round trips from one connection to the next.
        Namespace.set("tcp_no_metrics_save", "1");
        return new KernelHost();
    }

    private static void run(Measurement measurement, Setting setting)
            throws IOException, InterruptedException, ExecutionException {
        String before =
                setting.sysctl().isPresent() ? Namespace.set(setting.sysctl().get(), setting.value()) : "";
        atOnce(measurement.tasks(setting));
        if (setting.sysctl().isPresent()) {
            Namespace.set(setting.sysctl().get(), before);
        }
    }

    /** All at once: TIME-WAIT is waited for once, not once for each connection. What takes too long is left out. */
    private static void atOnce(List<Runnable> tasks) throws InterruptedException, ExecutionException {
        ExecutorService all = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Callable<Object>> calls =
                    tasks.stream().map(Executors::callable).toList();
            for (Future<Object> done : all.invokeAll(calls, LONGEST_MINUTES, TimeUnit.MINUTES)) {
                if (!done.isCancelled()) {
                    done.get();
                }
            }
        } finally {
            all.shutdownNow();
        }
    }
}
