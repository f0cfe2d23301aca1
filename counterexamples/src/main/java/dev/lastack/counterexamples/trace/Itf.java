package dev.lastack.counterexamples.trace;

import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.TcbView;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** States as values of the Informal Trace Format: records are objects, functions are {@code #map}s. */
final class Itf {

    /** The variables of a state, in order. */
    static final List<String> VARIABLES = List.of("A", "B", "toA", "toB", "budgets");

    /** Integers from here on lose digits in readers that take JSON numbers for floating-point ones. */
    private static final long SAFE_INTEGERS = 1L << 53;

    private static final Set<String> STATE =
            Stream.concat(Stream.of("#meta"), VARIABLES.stream()).collect(Collectors.toSet());
    private static final Set<String> TCB =
            Set.of("state", "iss", "sndUna", "sndNxt", "rcvNxt", "incarnation", "timers", "other");
    private static final Set<String> SEGMENT =
            Set.of("flags", "seq", "ack", "length", "tsVal", "tsEcr", "incarnation", "age", "arrived");

    private Itf() {}

    static JsonNode integer(long value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (Math.abs(value) < SAFE_INTEGERS) {
            return json.numberNode(value);
        }
        return json.objectNode().put("#bigint", Long.toString(value));
    }

    static ObjectNode state(StateView state, int index) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putObject("#meta").put("index", index);
        node.set("A", tcb(state.a()));
        node.set("B", tcb(state.b()));
        node.set("toA", segments(state.toA()));
        node.set("toB", segments(state.toB()));
        node.set("budgets", map(state.budgets()));
        return node;
    }

    static StateView state(JsonPlace place, int index) {
        place.object(STATE);
        JsonPlace meta = place.field("#meta").object(Set.of("index"));
        if (meta.field("index").integer() != index) {
            throw meta.field("index").complaint("expected " + index + ", the place of the state in the run");
        }
        return new StateView(
                tcb(place.field("A")),
                tcb(place.field("B")),
                segments(place.field("toA")),
                segments(place.field("toB")),
                map(place.field("budgets")));
    }

    private static ObjectNode tcb(TcbView tcb) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("state", tcb.state().toString());
        node.set("iss", integer(tcb.iss()));
        node.set("sndUna", integer(tcb.sndUna()));
        node.set("sndNxt", integer(tcb.sndNxt()));
        node.set("rcvNxt", integer(tcb.rcvNxt()));
        node.set("incarnation", integer(tcb.incarnation()));
        node.set("timers", map(tcb.timers()));
        node.set("other", map(tcb.other()));
        return node;
    }

    private static TcbView tcb(JsonPlace place) {
        place.object(TCB);
        return new TcbView(
                tcpState(place.field("state")),
                place.field("iss").integer(),
                place.field("sndUna").integer(),
                place.field("sndNxt").integer(),
                place.field("rcvNxt").integer(),
                place.field("incarnation").integer(),
                map(place.field("timers")),
                map(place.field("other")));
    }

    private static TcpState tcpState(JsonPlace place) {
        String name = place.text();
        return Stream.of(TcpState.values())
                .filter(state -> state.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> place.complaint("\"" + name + "\" is no state of RFC 9293 §3.3.2"));
    }

    private static ArrayNode segments(List<SegmentView> segments) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (SegmentView segment : segments) {
            ObjectNode node = list.addObject();
            node.put("flags", segment.flags());
            node.set("seq", integer(segment.seq()));
            node.set("ack", integer(segment.ack()));
            node.set("length", integer(segment.length()));
            node.set("tsVal", integer(segment.tsVal()));
            node.set("tsEcr", integer(segment.tsEcr()));
            node.set("incarnation", integer(segment.incarnation()));
            node.set("age", integer(segment.age()));
            node.put("arrived", segment.arrived());
        }
        return list;
    }

    private static List<SegmentView> segments(JsonPlace place) {
        List<SegmentView> segments = new ArrayList<>();
        for (JsonPlace item : place.list()) {
            item.object(SEGMENT);
            segments.add(new SegmentView(
                    control(item.field("flags")),
                    item.field("seq").integer(),
                    item.field("ack").integer(),
                    item.field("length").integer(),
                    item.field("tsVal").integer(),
                    item.field("tsEcr").integer(),
                    item.field("incarnation").integer(),
                    item.field("age").integer(),
                    item.field("arrived").bool()));
        }
        return segments;
    }

    private static int control(JsonPlace place) {
        for (int control = 0; control < ControlBits.ACK << 1; control++) {
            if (new SegmentView(control, 0, 0, 0, 0, 0, 0, 0, false).flags().equals(place.text())) {
                return control;
            }
        }
        throw place.complaint("\"" + place.text() + "\" is no set of control bits such as \"FIN,ACK\"");
    }

    private static ObjectNode map(Map<String, Integer> map) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode pairs = node.putArray("#map");
        new TreeMap<>(map).forEach((name, value) -> pairs.addArray().add(name).add(integer(value)));
        return node;
    }

    private static Map<String, Integer> map(JsonPlace place) {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (JsonPlace pair : place.object(Set.of("#map")).field("#map").list()) {
            List<JsonPlace> parts = pair.list();
            if (parts.size() != 2) {
                throw pair.complaint("expected a pair of a name and an integer");
            }
            if (map.put(parts.get(0).text(), parts.get(1).integer()) != null) {
                throw pair.complaint("\"" + parts.get(0).text() + "\" stands twice");
            }
        }
        return map;
    }
}
