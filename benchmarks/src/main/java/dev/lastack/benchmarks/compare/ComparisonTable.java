package dev.lastack.benchmarks.compare;

import dev.lastack.benchmarks.twin.TwinConstants;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One comparison as a table in Markdown, with ratios to this engine. */
final class ComparisonTable {

    private static final String HEADER = """
            | engine | workers | runs | wall s | CPU s | distinct/s | store bytes/state | peak RSS MB | exact | wall ratio | CPU ratio |
            | --- | --: | --: | --: | --: | --: | --: | --: | --- | --: | --: |
            """;

    private ComparisonTable() {}

    /** The table, or, where two engines counted differently, the counts and no ratio. */
    static String render(TwinConstants constants, List<Entry> entries) {
        Counts counts = entries.get(0).counts();
        boolean comparable = entries.stream().allMatch(entry -> entry.counts().sameStatesAs(counts));
        StringBuilder text = new StringBuilder("\n## Twin " + constants + question(entries) + "\n\n");
        if (comparable) {
            text.append("%,d distinct states, %,d steps.%n%n".formatted(counts.distinct(), counts.generated()));
        } else {
            text.append("The engines counted differently, so no ratio is given.\n\n");
            entries.forEach(entry -> text.append("- %s: %,d distinct, %,d steps%n"
                    .formatted(
                            label(entry),
                            entry.counts().distinct(),
                            entry.counts().generated())));
            text.append('\n');
        }
        text.append(HEADER);
        entries.forEach(entry -> text.append(row(entry, comparable ? entries : List.of())));
        return text.toString();
    }

    /** What is decided besides, which the name of the first engine ends with. */
    private static String question(List<Entry> entries) {
        String name = entries.get(0).engine().name();
        return name.contains(", TwMoves") ? " with TwMoves" : "";
    }

    private static String label(Entry entry) {
        return entry.engine().name() + ", " + entry.engine().workers() + " workers";
    }

    private static String row(Entry entry, List<Entry> comparable) {
        double wall = entry.median(ProcessRun::wallSeconds);
        Counts counts = entry.counts();
        return "| %s | %d | %d | %s | %s | %,.0f | %s | %,.0f | %s | %s | %s |%n"
                .formatted(
                        entry.engine().name(),
                        entry.engine().workers(),
                        entry.runs().size(),
                        seconds(wall),
                        cpu(entry).map(ComparisonTable::seconds).orElse("–"),
                        counts.distinct() / wall,
                        perState(counts.storeBytes(), counts.distinct()),
                        entry.median(ProcessRun::peakRssBytes) / 1e6,
                        entry.engine().exact() ? "yes" : "no",
                        ratio(Optional.of(wall), widest(comparable).map(own -> own.median(ProcessRun::wallSeconds))),
                        ratio(cpu(entry), single(comparable).flatMap(ComparisonTable::cpu)));
    }

    /** This engine with most workers, to which wall-clock times are compared. */
    private static Optional<Entry> widest(List<Entry> entries) {
        return own(entries).reduce((a, b) -> a.engine().workers() >= b.engine().workers() ? a : b);
    }

    /** This engine with one worker, to which CPU times are compared. */
    private static Optional<Entry> single(List<Entry> entries) {
        return own(entries).filter(entry -> entry.engine().workers() == 1).findFirst();
    }

    private static Stream<Entry> own(List<Entry> entries) {
        return entries.stream().filter(entry -> entry.engine() instanceof LastackEngine);
    }

    private static Optional<Double> cpu(Entry entry) {
        return entry.engine().cpuTimeIsWhole() ? Optional.of(entry.median(ProcessRun::cpuSeconds)) : Optional.empty();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    private static String perState(OptionalLong bytes, long states) {
        return bytes.isPresent() ? String.format(Locale.ROOT, "%.1f", (double) bytes.getAsLong() / states) : "–";
    }

    private static String ratio(Optional<Double> figure, Optional<Double> own) {
        return figure.isPresent() && own.isPresent()
                ? String.format(Locale.ROOT, "%.2f", figure.get() / own.get())
                : "–";
    }
}
