package dev.lastack.counterexamples.explain;

import dev.lastack.counterexamples.explain.Explorations.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fewest adversarial events with which the claim can still be broken.
 *
 * @param events how many of each kind; those that are absent are not needed
 * @param length steps of the shortest run that they allow; empty if nothing smaller than the run itself was found
 * @param proven whether every smaller set was seen to break nothing
 */
public record SmallestSet(Map<AdversarialEvent, Integer> events, OptionalInt length, boolean proven) {

    /** More explorations than this are nobody's idea of an explanation. */
    private static final int MOST_SETS = 48;

    public SmallestSet {
        events = Map.copyOf(events);
    }

    /** Tries every set that is no larger than {@code counts}, the smallest first. */
    static SmallestSet search(Map<AdversarialEvent, Integer> counts, boolean endless, Explorations explorations) {
        boolean proven = true;
        List<Map<AdversarialEvent, Integer>> sets = subsets(counts);
        for (Map<AdversarialEvent, Integer> set : sets.subList(0, Math.min(MOST_SETS, sets.size()))) {
            Optional<Decision> decision = explorations.decide(knobs(set, endless));
            OptionalInt length = decision.map(Decision::length).orElse(OptionalInt.empty());
            if (length.isPresent()) {
                return new SmallestSet(present(set), length, proven);
            }
            proven &= decision.filter(known -> !known.open()).isPresent();
        }
        return new SmallestSet(present(counts), OptionalInt.empty(), proven && sets.size() <= MOST_SETS);
    }

    /** The knobs that allow exactly these events; a kind that is missing never happens. */
    static Map<String, String> knobs(Map<AdversarialEvent, Integer> set, boolean endless) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (AdversarialEvent event : AdversarialEvent.values()) {
            knobs.put(event.knob(), event.allowing(set.getOrDefault(event, 0), endless));
        }
        return knobs;
    }

    private static List<Map<AdversarialEvent, Integer>> subsets(Map<AdversarialEvent, Integer> counts) {
        List<Map<AdversarialEvent, Integer>> sets = new ArrayList<>();
        sets.add(new EnumMap<>(AdversarialEvent.class));
        for (AdversarialEvent event : AdversarialEvent.values()) {
            int most = Math.min(counts.getOrDefault(event, 0), event == AdversarialEvent.OVERTAKING ? 1 : MOST_SETS);
            for (Map<AdversarialEvent, Integer> smaller : List.copyOf(sets)) {
                for (int count = 1; count <= most; count++) {
                    Map<AdversarialEvent, Integer> larger = new EnumMap<>(AdversarialEvent.class);
                    larger.putAll(smaller);
                    larger.put(event, count);
                    sets.add(larger);
                }
            }
        }
        sets.sort(Comparator.comparingInt(
                set -> set.values().stream().mapToInt(Integer::intValue).sum()));
        return sets;
    }

    private static Map<AdversarialEvent, Integer> present(Map<AdversarialEvent, Integer> set) {
        Map<AdversarialEvent, Integer> present = new EnumMap<>(AdversarialEvent.class);
        set.forEach((event, count) -> {
            if (count > 0) {
                present.put(event, count);
            }
        });
        return present;
    }
}
