package dev.lastack.benchmarks.page;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What the figures were measured on. */
public final class Machine {

    private Machine() {}

    /** Processor, cores, memory, operating system, and how busy all this is with other things as well, in a line. */
    public static String describe() throws IOException {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB, %s %s, Java %s (%s), load average %.0f when this was written",
                field("/proc/cpuinfo", "model name").replaceAll("\\s+", " "),
                Runtime.getRuntime().availableProcessors(),
                Double.parseDouble(field("/proc/meminfo", "MemTotal").replace(" kB", "")) / (1 << 20),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** CPU time of this process so far, all threads together. */
    public static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** The largest resident set of this process so far. */
    public static long peakResidentBytes() throws IOException {
        return Long.parseLong(field("/proc/self/status", "VmHWM").replace(" kB", "")) << 10;
    }

    private static String field(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown " + name);
        }
    }
}
