package dev.lastack.checker.hull;

import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.LaneTable;
import dev.lastack.checker.lanes.Lanes;
import dev.lastack.checker.store.level.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * By control the join of all lanes that reach it: the least vectors that cover the initial one and whatever a step makes of one of
 * them. It covers every reachable state, so what it shows to be impossible is impossible.
 *
 * <p>It is worked out in rounds: new controls, and new tokens at known ones, are explored; then every control whose lanes have
 * grown passes them on. The least fixpoint is unique. So are the rounds, and with them all numbers, since within a round nobody
 * reads what others write.
 */
final class Hull {

    /** About what a control takes besides its words, and a step. */
    private static final int BYTES_PER_CONTROL = 200;

    private static final int BYTES_PER_STEP = 16;

    private final LaneSystem system;
    private final Lanes lanes;
    private final long facts;
    private final LaneTable table;
    private final Team team;
    private final Memory memory;
    private final List<ControlExplorer> explorers = new ArrayList<>();
    private final ControlGraph graph = new ControlGraph();
    private final AtomicLong generated = new AtomicLong();

    /** What is to be explored in this round. */
    private List<Unexplored> unexplored = new ArrayList<>();

    /** Whose lanes, or steps, are new in this round. */
    private List<Control> changed = new ArrayList<>();

    private final Queue<Control> reached = new ConcurrentLinkedQueue<>();
    private int round;
    private int located;

    /** Steps with an observation in {@code facts} are told apart from others. */
    Hull(LaneSystem system, Lanes lanes, long facts, Team team, Memory memory) {
        this.system = system;
        this.lanes = lanes;
        this.facts = facts;
        this.team = team;
        this.memory = memory;
        this.table = new LaneTable(lanes, system.steps());
        for (int worker = 0; worker < team.workers(); worker++) {
            explorers.add(new ControlExplorer(system, graph, table, lanes, facts));
        }
    }

    /** Works it out, unless the search halts or there are more than {@code mostControls}. */
    void compute(long mostControls) {
        Control initial = graph.control(system.steps().initial());
        initial.reach(lanes, new long[0]);
        reached.add(initial);
        settle();
        while (goesOn() && graph.controls().size() <= mostControls) {
            explore();
            propagate();
            settle();
            round++;
        }
        if (goesOn()) {
            team.halt().request("the limit of " + mostControls + " states was reached");
        }
        graph.controls().forEach(control -> control.finish(table.words()));
        locateEffects();
    }

    private boolean goesOn() {
        return !team.halt().requested() && !(unexplored.isEmpty() && changed.isEmpty());
    }

    private void explore() {
        team.forEach(unexplored, worker -> {
            ControlExplorer explorer = explorers.get(worker);
            return task -> {
                int before = task.control().steps();
                generated.addAndGet(explorer.explore(task));
                memory.claim((long) (task.control().steps() - before) * BYTES_PER_STEP);
            };
        });
        graph.number().forEach(control -> memory.claim(BYTES_PER_CONTROL + (long) control.key().length * Long.BYTES));
        table.number();
        locateEffects();
    }

    /** A step that watches a class of tokens has to know those met lately. */
    private void locateEffects() {
        boolean grown = table.size() > located;
        located = table.size();
        graph.effects().forEach(effect -> {
            if (grown || !effect.isLocated()) {
                effect.locate(table, lanes);
            }
        });
    }

    private void propagate() {
        team.forEach(changed, worker -> propagation());
    }

    private Consumer<Control> propagation() {
        long[] from = new long[table.words()];
        long[] to = new long[table.words()];
        return control -> {
            System.arraycopy(control.lanes(), 0, from, 0, control.lanes().length);
            Arrays.fill(from, control.lanes().length, from.length, 0);
            for (int step = 0; step < control.steps(); step++) {
                control.observe(control.effect(step).apply(lanes, from, to));
                if (control.target(step).reach(lanes, to)) {
                    reached.add(control.target(step));
                }
            }
        };
    }

    /** Ends a round: what has reached a control becomes its lanes, and the tokens that are new there are to be explored. */
    private void settle() {
        List<Control> grown = new ArrayList<>(reached);
        reached.clear();
        graph.number();
        grown.sort(Comparator.comparingInt(Control::number));
        unexplored = new ArrayList<>();
        for (Control control : grown) {
            boolean isNew = !control.isReached();
            long[] before = control.advance();
            memory.charge((long) (control.lanes().length - before.length) * Long.BYTES);
            int[] prompts = newPrompts(before, control.lanes());
            if (isNew || prompts.length > 0) {
                unexplored.add(new Unexplored(control, isNew, prompts));
            }
        }
        changed = grown;
    }

    private int[] newPrompts(long[] before, long[] after) {
        IntStream.Builder news = IntStream.builder();
        for (int word = 0; word < after.length; word++) {
            if (word >= before.length || after[word] != before[word]) {
                addNewPrompts(word, before, after, news);
            }
        }
        return news.build().toArray();
    }

    private void addNewPrompts(int word, long[] before, long[] after, IntStream.Builder news) {
        for (int lane = word * lanes.perWord(); lane < (word + 1) * lanes.perWord(); lane++) {
            for (int prompt = 0; prompt < lanes.prompts(); prompt++) {
                if (lanes.has(after, lane, prompt) && !lanes.has(before, lane, prompt)) {
                    news.add(lane * lanes.prompts() + prompt);
                }
            }
        }
    }

    /** Whether step {@code step} can be taken with the lanes of {@code entry}. */
    boolean allows(HullEntry entry, int step) {
        int prompt = entry.control().prompt(step);
        return prompt == Control.UNPROMPTED
                || lanes.has(entry.lanes(), prompt / lanes.prompts(), prompt % lanes.prompts());
    }

    List<Control> controls() {
        return graph.controls();
    }

    LaneTable table() {
        return table;
    }

    /** The observations by which steps are told apart. */
    long facts() {
        return facts;
    }

    Lanes lanes() {
        return lanes;
    }

    /** What is observed of any step. */
    long observed() {
        return controls().stream().mapToLong(Control::observed).reduce(0, (a, b) -> a | b);
    }

    /** By bound, whether it cuts a step. */
    boolean cuts(int bound) {
        return explorers.stream().anyMatch(explorer -> explorer.cuts(bound));
    }

    /** Steps generated. */
    long generated() {
        return generated.get();
    }

    int rounds() {
        return round;
    }

    /** Controls whose news have not been passed on. */
    int queued() {
        return changed.size();
    }

    /** What is to be explored of a control: steps without a token, if it is new, and those that take up these. */
    record Unexplored(
            Control control,
            boolean isNew,
            @SuppressWarnings("ArrayRecordComponent") int[] prompts) {}
}
