package dev.lastack.model.zones;

import dev.lastack.checker.Trace;
import dev.lastack.checker.zones.TimedRun;
import dev.lastack.model.TerminationModel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run that zones found, at real times. */
public final class ZoneRun {

    private static final int NANOS_PER_SECOND_DIGITS = 9;

    private final ZoneModel model;
    private final TimedRun run;

    public ZoneRun(ZoneModel model, TimedRun run) {
        this.model = model;
        this.run = run;
    }

    public int length() {
        return run.path().length();
    }

    /** Whether no two things have to happen at the same instant. */
    public boolean isApart() {
        return run.apart();
    }

    /** The instant of step {@code step} since the start, in seconds; to twelve digits. */
    public BigDecimal seconds(int step) {
        return BigDecimal.valueOf(run.times()[step])
                .multiply(BigDecimal.valueOf(model.durations().unit()))
                .divide(BigDecimal.valueOf(run.parts()), new MathContext(21, RoundingMode.HALF_UP))
                .movePointLeft(NANOS_PER_SECOND_DIGITS)
                .setScale(12, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    /** One line for each step: its instant and what happens. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < length(); i++) {
            String told = model.describeAction(
                    run.path().locations().get(i).words(),
                    run.path().edges().get(i).action());
            lines.add("%s s  %s".formatted(seconds(i).toPlainString(), told));
        }
        return lines;
    }

    /** How long a tick may be, in nanoseconds, so that each step is at a whole number of ticks; empty if that is no whole number. */
    public Optional<Long> tick() {
        long unit = model.durations().unit();
        return unit % run.parts() == 0 ? Optional.of(unit / run.parts()) : Optional.empty();
    }

    /** The same run in {@code ticks}, a model whose tick of {@code nanos} nanoseconds divides {@link #tick}; empty if it has none. */
    public Optional<Trace> in(TerminationModel ticks, long nanos) {
        return RunInTicks.of(model, run, ticks, tick().orElseThrow() / nanos);
    }

    /** How many ticks of {@code nanos} nanoseconds the run takes. */
    public long ticks(long nanos) {
        return run.times()[length() - 1] * (tick().orElseThrow() / nanos);
    }
}
