package dev.lastack.checker.liveness.graph;

import dev.lastack.checker.liveness.ltl.Automaton;
import dev.lastack.checker.liveness.ltl.Automaton.Transition;
import dev.lastack.checker.liveness.ltl.StoppedException;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The product of a state graph with an automaton, generated on the fly. A node is a state with a location; an edge
 * reads the state's letter, so it exists where the automaton has a transition for it. Locations below {@code
 * firstLocation} are left out: {@link #searched} leaves out a start that only waits, {@link #whole} nothing.
 */
public final class Product {

    private final StateGraph graph;
    private final Valuation valuation;
    private final Automaton automaton;
    private final Transition[][] outgoing;
    private final int[] predicates;
    private final int firstLocation;
    private final int width;
    private final boolean idleOnlyAtEnd;

    private Product(Side side, Automaton automaton, int firstLocation) throws StoppedException {
        this.graph = side.graph();
        this.valuation = side.valuation();
        this.automaton = automaton;
        this.outgoing = automaton.outgoing().stream()
                .map(each -> each.toArray(Transition[]::new))
                .toArray(Transition[][]::new);
        this.predicates = automaton.atoms().stream().mapToInt(side.atoms()::get).toArray();
        this.firstLocation = firstLocation;
        this.width = automaton.locations() - firstLocation;
        this.idleOnlyAtEnd = side.idleOnlyAtEnd();
        long nodes = (long) graph.states() * width;
        if (nodes > Integer.MAX_VALUE - 8) {
            throw new StoppedException("the product of the state graph with the formula's automaton has up to " + nodes
                    + " nodes, more than 2^31");
        }
    }

    /**
     * The system's side of a product.
     *
     * @param atoms which predicate of {@code valuation} each atom is
     * @param idleOnlyAtEnd runs idle only where there is no other step, as a formula that counts steps needs
     */
    public record Side(StateGraph graph, Valuation valuation, Map<String, Integer> atoms, boolean idleOnlyAtEnd) {}

    /** The part in which accepting cycles can lie. */
    public static Product searched(Side side, Automaton automaton) throws StoppedException {
        return new Product(side, automaton, automaton.startWaits() ? 1 : 0);
    }

    /** All of it. */
    public static Product whole(Side side, Automaton automaton) throws StoppedException {
        return new Product(side, automaton, 0);
    }

    public int nodes() {
        return graph.states() * width;
    }

    /** At most so many edges. */
    public long edges() {
        return graph.edges() * width;
    }

    public int state(int node) {
        return node / width;
    }

    public int location(int node) {
        return node % width + firstLocation;
    }

    public int node(int state, int location) {
        return state * width + location - firstLocation;
    }

    public boolean contains(int location) {
        return location >= firstLocation;
    }

    public Automaton automaton() {
        return automaton;
    }

    /** Hands every node at which a run enters to {@code visitor}, some more than once. */
    public void forEachRoot(IntConsumer visitor) {
        if (firstLocation == 0) {
            for (int state : graph.initial()) {
                visitor.accept(node(state, 0));
            }
            return;
        }
        StateGraph.Cursor edges = graph.cursor();
        for (int state = 0; state < graph.states(); state++) {
            long letter = letter(state);
            for (Transition transition : outgoing[0]) {
                if (transition.target() != 0 && transition.reads(letter)) {
                    enter(edges, state, transition.target(), visitor);
                }
            }
        }
    }

    private void enter(StateGraph.Cursor edges, int state, int location, IntConsumer visitor) {
        edges.open(state);
        while (edges.next()) {
            if (counts(edges)) {
                visitor.accept(node(edges.target(), location));
            }
        }
    }

    private boolean counts(StateGraph.Cursor edges) {
        return !idleOnlyAtEnd || !edges.isIdle() || edges.isAlone();
    }

    private long letter(int state) {
        long letter = 0;
        for (int atom = 0; atom < predicates.length; atom++) {
            if (valuation.holds(predicates[atom], state)) {
                letter |= 1L << atom;
            }
        }
        return letter;
    }

    public Cursor cursor() {
        return new Cursor();
    }

    /** Walks along the edges of one node after the other. */
    public final class Cursor {
        private final StateGraph.Cursor edges = graph.cursor();
        private Transition[] transitions = {};
        private long letter;
        private int edgeStart;
        private int index;
        private boolean onEdge;
        private int state;
        private Transition transition = new Transition(0, 0, 0, 0);

        /** Stands before the first edge of {@code node}. */
        public void open(int node) {
            resume(node, -1, 0);
        }

        /** Stands in {@code node} where {@link #edgeStart()} and {@link #index()} were as given. */
        public void resume(int node, int edgeStart, int index) {
            state = state(node);
            letter = letter(state);
            transitions = outgoing[location(node)];
            if (edgeStart < 0) {
                edges.open(state);
            } else {
                edges.resume(state, edgeStart);
            }
            this.edgeStart = edges.position();
            this.index = index;
            onEdge = false;
        }

        public int edgeStart() {
            return edgeStart;
        }

        public int index() {
            return index;
        }

        /** Moves on to the next edge, if there is one. */
        public boolean next() {
            while (onEdge || nextEdge()) {
                while (index < transitions.length) {
                    transition = transitions[index++];
                    if (transition.reads(letter)) {
                        return true;
                    }
                }
                onEdge = false;
                index = 0;
                edgeStart = edges.position();
            }
            return false;
        }

        private boolean nextEdge() {
            onEdge = edges.next() && counts(edges);
            return onEdge;
        }

        public int target() {
            return node(edges.target(), transition.target());
        }

        public int label() {
            return edges.label();
        }

        public long accepts() {
            return transition.accepts();
        }

        public boolean isIdle() {
            return edges.isIdle();
        }

        /** The step that the edge stood on takes in the graph, after {@link #open}. */
        public GraphStep graphStep() {
            return new GraphStep(state, edges.ordinal(), edges.target(), edges.isIdle());
        }
    }
}
