package dev.lastack.probe.lwip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.probe.Recorded;
import dev.lastack.probe.comparison.Comparison;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.walk.StackWalk;
import dev.lastack.probe.walk.WalkComparison;
import dev.lastack.probe.walk.WalkDivergence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Random walks on lwIP of this machine and on its variant. */
@Tag("peers")
@AddLifecycleHook(LwipWalkProperties.NeedsLwip.class)
class LwipWalkProperties {

    /** Reports the properties as skipped where there is no lwIP. */
    static final class NeedsLwip implements SkipExecutionHook {

        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return LwipLibrary.obstacle().map(SkipResult::skip).orElseGet(SkipResult::doNotSkip);
        }
    }

    private static final List<String> EXPLAINED =
            Comparison.divergences(Recorded.observations(MeasuredStack.LWIP), Map.of()).stream()
                    .map(WalkDivergence::kind)
                    .toList();

    /** Where they part, the shortest such walk is one that {@code docs/stacks.md} explains. */
    @Property(tries = 300, seed = "1")
    void everyWalkPartsWhereItIsExplained(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int length) {
        try (LwipHost lwip = new LwipHost(World.get())) {
            WalkComparison comparison = new WalkComparison(lwip, Comparison.walks(MeasuredStack.LWIP, Map.of()));
            Optional<WalkDivergence> shortest = comparison.shortest(StackWalk.random(new Random(seed), length));

            assertThat(shortest)
                    .satisfies(found ->
                            found.ifPresent(divergence -> assertThat(EXPLAINED).contains(divergence.kind())));
        }
    }

    /** With a knob wrong, walks are found that nothing explains. */
    @Property(tries = 1)
    void aWrongVariantIsNoticed() {
        try (LwipHost lwip = new LwipHost(World.get())) {
            WalkComparison comparison =
                    new WalkComparison(lwip, Comparison.walks(MeasuredStack.LWIP, Map.of("rst-check", "in-window")));

            assertThat(comparison.explore(new Random(1), 100, 8))
                    .extracting(WalkDivergence::kind)
                    .anySatisfy(kind -> assertThat(EXPLAINED).doesNotContain(kind));
        }
    }
}
