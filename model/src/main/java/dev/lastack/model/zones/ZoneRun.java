package dev.lastack.model.zones;

import dev.lastack.checker.Trace;
import dev.lastack.checker.zones.Schedule;
import dev.lastack.checker.zones.TimedRun;
import dev.lastack.model.TerminationModel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A run that zones found, at real times. */
public final class ZoneRun {

    private static final int NANOS_PER_SECOND_DIGITS = 9;
    private static final long NANOS_PER_MICRO = 1_000;

    /** Among so many times the parts needed there is a number that divides a decimal length. */
    private static final int MOST_PARTS_PER_NEEDED = 16;

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

    /**
     * The run in a model whose tick is the unit of the durations divided by the least whole number that makes that so many whole
     * microseconds; empty if there is no such number.
     */
    public Optional<InTicks> inTicks() {
        long micros = model.durations().unit() / NANOS_PER_MICRO;
        return IntStream.rangeClosed(run.parts(), MOST_PARTS_PER_NEEDED * run.parts())
                .filter(parts -> micros % parts == 0)
                .mapToObj(parts -> new InTicks(model, Schedule.in(run, parts)))
                .findFirst();
    }

    /** The run with its instants at whole ticks. */
    public record InTicks(ZoneModel model, TimedRun run) {

        /** How long a tick is, in nanoseconds. */
        public long tick() {
            return model.durations().unit() / run.parts();
        }

        /** How many ticks the run takes. */
        public long ticks() {
            return run.times()[run.times().length - 1];
        }

        /** The run in {@code fine}, a model with this tick; empty if it does not have it. */
        public Optional<Trace> in(TerminationModel fine) {
            return RunInTicks.of(model, run, fine, 1);
        }
    }
}
