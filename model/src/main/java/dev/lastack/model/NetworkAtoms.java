package dev.lastack.model;

import dev.lastack.checker.StatePredicate;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.SegmentFormat;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.StateLayout;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.ControlBits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The predicates on the segments in flight that formulas may name. A segment that has arrived and may arrive again as a
 * duplicate is in flight.
 */
final class NetworkAtoms {

    private static final String EMPTY = "network.empty";
    private static final Pattern CONTAINS = Pattern.compile("to([AB])\\.contains\\((\\w+)\\)");

    private static final Map<String, Predicate<SegmentKind>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("SYN", kind -> kind.has(ControlBits.SYN));
        PARTS.put("FIN", kind -> kind.has(ControlBits.FIN));
        PARTS.put("RST", kind -> kind.has(ControlBits.RST));
        PARTS.put("ACK", kind -> kind.has(ControlBits.ACK));
        PARTS.put("text", kind -> kind.textLength() > 0);
    }

    private final ResolvedScenario setting;

    NetworkAtoms(ResolvedScenario setting) {
        this.setting = setting;
    }

    static List<String> names() {
        return List.of(EMPTY, "toA|toB.contains(" + String.join("|", PARTS.keySet()) + ")");
    }

    Optional<StatePredicate> find(String name) {
        if (name.equals(EMPTY)) {
            StatePredicate towardsA = some(Host.A, kind -> true);
            StatePredicate towardsB = some(Host.B, kind -> true);
            return Optional.of((words, offset) -> !towardsA.test(words, offset) && !towardsB.test(words, offset));
        }
        Matcher contains = CONTAINS.matcher(name);
        return contains.matches()
                ? Optional.ofNullable(PARTS.get(contains.group(2)))
                        .map(part -> some(Host.valueOf(contains.group(1)), part))
                : Optional.empty();
    }

    /** Some segment in flight to {@code host} is {@code wanted}. */
    private StatePredicate some(Host host, Predicate<SegmentKind> wanted) {
        StateLayout.Field[] slots = setting.slots(host);
        SegmentFormat format = setting.format();
        return (words, offset) -> {
            for (StateLayout.Field slot : slots) {
                long segment = slot.getLong(words, offset);
                if (segment != 0 && wanted.test(format.kind(segment))) {
                    return true;
                }
            }
            return false;
        };
    }
}
