package dev.lastack.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.TcbFields;
import dev.lastack.model.steps.InitialState;
import dev.lastack.model.steps.TerminationExpander;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host A in a TCP state with given numbers, one event, and what it leads to. The rules are asked directly: whether the
 * user's script or the network would let the event happen is not the question.
 *
 * <p>What is given: {@code SND.UNA=}, {@code SND.NXT=}, {@code RCV.NXT=}, {@code 2MSL=}, {@code passive}, {@code
 * SYN-unacknowledged}, {@code FIN-pending}, {@code unread}, {@code
 * closed-fully}, {@code ACK-owed} (due in the next tick), and knobs. Not given, SND.UNA and SND.NXT are 100 (101 with an own SYN or FIN
 * outstanding), RCV.NXT is 300, the windows are 10.
 */
final class Situation {

    private static final Pattern SEGMENT = Pattern.compile("(<[^ ]*>)");
    private static final Pattern FIELD = Pattern.compile("<(\\w+)=([^>]*)>");
    private static final Pattern MESSAGE = Pattern.compile("\"([^\"]*)\"");

    private final TerminationModel model;
    private final long[] words;
    private long[] after = new long[0];
    private StepView told;

    Situation(TcpState state, String given) {
        Map<String, String> knobs = new LinkedHashMap<>(
                Map.of("A.open", "active", "window", "10", "data", "20", "incarnations", "15", "duplication", "none"));
        Map<String, String> numbers = new LinkedHashMap<>();
        for (String item : Splitter.on(' ').omitEmptyStrings().splitToList(given)) {
            List<String> pair = Splitter.on('=').splitToList(item);
            boolean knob = item.matches("([AB]\\.)?[a-z].*=.*");
            (knob ? knobs : numbers).put(pair.get(0), pair.size() == 2 ? pair.get(1) : "1");
        }
        this.model = TerminationModel.of(Scenarios.of(knobs));
        this.words = InitialState.of(model.setting());
        Tcb tcb = new Tcb(Host.A, model.setting(), words);
        tcb.state(TcpState.CLOSED);
        tcb.state(state);
        if (tcb.alive()) {
            give(tcb, numbers);
        }
        this.told = model.tell(words, new Action(ActionKind.TICK, Host.A, 0, 0).code());
    }

    private void give(Tcb tcb, Map<String, String> numbers) {
        int sndUna = number(numbers.getOrDefault("SND.UNA", "100"));
        int sndNxt = number(numbers.getOrDefault("SND.NXT", defaultSndNxt(tcb)));
        tcb.incarnation(1);
        tcb.sndNxt(sndNxt);
        tcb.outstanding(sndNxt - sndUna);
        if (tcb.beyondSynSent()) {
            tcb.rcvNxt(number(numbers.getOrDefault("RCV.NXT", "300")));
        }
        TcbFields fields = tcb.fields();
        if (tcb.state() == TcpState.TIME_WAIT) {
            tcb.set(tcb.timers().timeWaitLeft, Integer.parseInt(numbers.getOrDefault("2MSL", "1")));
        }
        Map<String, StateLayout.Field> flags = Map.of(
                "passive",
                fields.passive,
                "SYN-unacknowledged",
                fields.synUnacknowledged,
                "FIN-pending",
                fields.finPending,
                "unread",
                fields.unread,
                "closed-fully",
                fields.closedFully,
                "ACK-owed",
                tcb.timers().ackOwed);
        flags.forEach((name, field) -> {
            if (numbers.containsKey(name) && field.max() > 0) {
                tcb.set(field, 1);
            }
        });
    }

    private static String defaultSndNxt(Tcb tcb) {
        return switch (tcb.state()) {
            case SYN_SENT, SYN_RECEIVED, FIN_WAIT_1, CLOSING, LAST_ACK -> "101";
            default -> "100";
        };
    }

    private int number(String text) {
        return Integer.parseInt(text) + model.setting().space().origin();
    }

    Situation when(String event) {
        boolean segment = event.startsWith("<");
        ActionKind kind = segment ? ActionKind.ARRIVAL : ActionKind.valueOf(event);
        if (segment) {
            model.setting().slots(Host.A)[0].setLong(words, segment(event));
        }
        TerminationExpander expander = new TerminationExpander(model.rulebook(), null);
        assertThat(expander.perform(words, 0, new Action(kind, Host.A, 0, 0).code()))
                .isTrue();
        after = expander.words();
        told = model.tell(words, new Action(kind, Host.A, 0, 0).code());
        return this;
    }

    private long segment(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        int ack = fields.containsKey("ACK") ? number(fields.getOrDefault("ACK", "0")) : 0;
        return model.setting().format().pack(kind(fields), number(fields.getOrDefault("SEQ", "0")), ack, 1);
    }

    private static SegmentKind kind(Map<String, String> fields) {
        return switch (fields.getOrDefault("CTL", "") + (fields.containsKey("DATA") ? "+DATA" : "")) {
            case "SYN" -> SegmentKind.SYN;
            case "SYN,ACK" -> SegmentKind.SYN_ACK;
            case "ACK" -> SegmentKind.ACK;
            case "ACK+DATA" -> SegmentKind.TEXT;
            case "FIN,ACK" -> SegmentKind.FIN;
            case "RST" -> SegmentKind.RST;
            case "RST,ACK" -> SegmentKind.RST_ACK;
            default -> throw new IllegalArgumentException("no such segment: " + fields);
        };
    }

    /** The TCP state, then in any order: all that is sent, all that the user is told, and what some numbers are. */
    void check(String outcome) {
        TcbView tcb = model.decode(after).a();
        String state = Splitter.on(' ').splitToList(outcome).get(0);
        assertThat(tcb.state().toString()).as(outcome).isEqualTo(state);
        assertThat(told.emitted().stream().map(e -> inRfcNotation(e.segment())).toList())
                .as(outcome)
                .isEqualTo(all(SEGMENT, outcome));
        assertThat(told.told().stream().map(Object::toString).toList())
                .as(outcome)
                .isEqualTo(all(MESSAGE, outcome).stream().map(m -> "A: " + m).toList());
        for (String item : Splitter.on(' ').splitToList(outcome)) {
            if (item.matches("[\\w.-]+=\\d+")) {
                List<String> pair = Splitter.on('=').splitToList(item);
                assertThat(value(tcb, pair.get(0))).as(item).isEqualTo(Integer.parseInt(pair.get(1)));
            }
        }
    }

    /** As RFC 9293 writes segments, for example {@code <SEQ=100><ACK=300><CTL=ACK>}. */
    private static String inRfcNotation(SegmentView segment) {
        return "<SEQ=" + segment.seq() + ">"
                + (segment.has(ControlBits.ACK) ? "<ACK=" + segment.ack() + ">" : "")
                + (segment.length() > 0 ? "<DATA=" + segment.length() + ">" : "")
                + "<CTL=" + segment.flags() + ">";
    }

    private static int value(TcbView tcb, String name) {
        return switch (name) {
            case "SND.UNA" -> tcb.sndUna();
            case "SND.NXT" -> tcb.sndNxt();
            case "RCV.NXT" -> tcb.rcvNxt();
            default -> tcb.timers().getOrDefault(name.equals("delayed-ACK") ? "delayed ACK" : name, 0);
        };
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
