package dev.lastack.model.steps;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.model.rules.Counters;
import java.util.Arrays;

/** Generates the steps of a state and lets the lesser of each target and its mirror image stand for both. */
public final class SymmetricExpander implements Expander, StepSink {

    private final Expander expander;
    private final Mirror mirror;
    private final long[] image;
    private StepSink sink = this;

    public SymmetricExpander(Expander expander, Mirror mirror, int words) {
        this.expander = expander;
        this.mirror = mirror;
        this.image = new long[words];
    }

    @Override
    public void initial(StepSink to) {
        sink = to;
        expander.initial(this);
    }

    @Override
    public void successors(long[] states, int offset, StepSink to) {
        sink = to;
        expander.successors(states, offset, this);
    }

    @Override
    public void step(int action, long observations, long[] words, int offset) {
        mirror.reflect(words, offset, image);
        if (Arrays.compare(image, 0, image.length, words, offset, offset + image.length) < 0) {
            sink.step(action, observations, image, 0);
        } else {
            sink.step(action, observations, words, offset);
        }
    }

    @Override
    public void cut(int bound) {
        sink.cut(bound);
    }

    /** What happened at one host happened, in a state that is not searched, at the other. */
    @Override
    public long[] counters() {
        return Counters.ofBothHosts(expander.counters());
    }
}
