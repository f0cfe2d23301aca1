package dev.lastack.checker.lts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The existential quotient of a transition system: states with the same description are one, and one leads to another by a
 * label if some state in it does. Transitions from a state to itself are left out.
 */
public final class Quotient implements Lts {

    private final List<String> descriptions;
    private final List<Set<Transition>> bySource;

    private Quotient(List<String> descriptions, List<Set<Transition>> bySource) {
        this.descriptions = descriptions;
        this.bySource = bySource;
    }

    private record Transition(int to, String label) implements Comparable<Transition> {
        @Override
        public int compareTo(Transition other) {
            int order = Integer.compare(to, other.to);
            return order != 0 ? order : label.compareTo(other.label);
        }
    }

    /** Condenses {@code whole} by the descriptions of its states. */
    public static Quotient of(Lts whole) {
        int[] classOf = new int[whole.states()];
        Map<String, Integer> classes = new LinkedHashMap<>();
        whole.forEachState((state, description) -> {
            int next = classes.size();
            classOf[state] = classes.computeIfAbsent(description, each -> next);
        });
        List<Set<Transition>> bySource = new ArrayList<>();
        classes.keySet().forEach(each -> bySource.add(new TreeSet<>()));
        whole.forEachTransition((from, label, to) -> {
            if (classOf[from] != classOf[to]) {
                bySource.get(classOf[from]).add(new Transition(classOf[to], label));
            }
        });
        return new Quotient(List.copyOf(classes.keySet()), bySource);
    }

    @Override
    public int states() {
        return descriptions.size();
    }

    @Override
    public long transitions() {
        return bySource.stream().mapToLong(Set::size).sum();
    }

    @Override
    public void forEachState(StateVisitor visitor) {
        for (int state = 0; state < descriptions.size(); state++) {
            visitor.state(state, descriptions.get(state));
        }
    }

    @Override
    public void forEachTransition(TransitionVisitor visitor) {
        for (int from = 0; from < bySource.size(); from++) {
            for (Transition each : bySource.get(from)) {
                visitor.transition(from, each.label(), each.to());
            }
        }
    }
}
