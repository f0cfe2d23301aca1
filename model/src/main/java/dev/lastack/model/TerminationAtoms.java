package dev.lastack.model;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.liveness.ltl.Atoms;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.TcbFields;
import dev.lastack.model.state.TcpStates;
import dev.lastack.scenario.knobs.EndpointKnobs.CloseAs;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The predicates on states of a {@link TerminationModel} that temporal formulas may name, read off the packed words. */
public final class TerminationAtoms implements Atoms {

    private final TerminationModel model;

    public TerminationAtoms(TerminationModel model) {
        this.model = model;
    }

    /** The TCB of {@code host} is in one of {@code states}. */
    public StatePredicate in(Host host, Set<TcpState> states) {
        StateLayout.Field state = model.setting().fields(host).state;
        boolean[] wanted = new boolean[TcpState.values().length];
        states.forEach(each -> wanted[each.code()] = true);
        return (words, offset) -> wanted[state.get(words, offset)];
    }

    /** {@code host} has no TCB. */
    public StatePredicate gone(Host host) {
        return in(host, TcpStates.GONE);
    }

    /** The TCB of {@code host} is synchronised, RFC 9293 §3.5.1: in ESTABLISHED or beyond. */
    public StatePredicate synchronised(Host host) {
        return in(host, TcpStates.SYNCHRONIZED);
    }

    /** The user of {@code host} has closed and the TCB is still there. */
    public StatePredicate closedByUser(Host host) {
        return in(host, TcpStates.CLOSED_BY_USER);
    }

    /** What CLOSE closes at {@code host}. */
    public CloseAs closeAs(Host host) {
        return model.scenario().endpoint(host).user().closeAs();
    }

    /** In FIN-WAIT-1 and FIN-WAIT-2: the user of {@code host} has closed both directions. Elsewhere false. */
    public StatePredicate closedFully(Host host) {
        TcbFields fields = model.setting().fields(host);
        StatePredicate waits = in(host, EnumSet.of(TcpState.FIN_WAIT_1, TcpState.FIN_WAIT_2));
        return switch (closeAs(host)) {
            case HALF -> (words, at) -> false;
            case FULL -> waits;
            case EITHER -> (words, at) -> waits.test(words, at) && fields.closedFully.get(words, at) != 0;
        };
    }

    @Override
    public List<String> names() {
        String states = Arrays.stream(TcpState.values()).map(TcpState::toString).collect(Collectors.joining("|"));
        Stream<String> ofHosts = Stream.of(Host.values())
                .flatMap(host -> Stream.of(
                        host + ".state == " + states,
                        host + ".gone",
                        host + ".synchronised",
                        host + ".closed-by-user",
                        host + ".closed-both-directions",
                        host + ".SND.NXT|RCV.NXT|outstanding ==|<|<=|>|>= number"));
        return Stream.concat(ofHosts, NetworkAtoms.names().stream()).toList();
    }

    @Override
    public Optional<StatePredicate> find(String name) {
        String[] parts = name.split(" ", -1);
        String[] path = parts[0].split("\\.", 2);
        if (path.length != 2 || !(path[0].equals("A") || path[0].equals("B"))) {
            return new NetworkAtoms(model.setting()).find(name);
        }
        Host host = Host.valueOf(path[0]);
        if (parts.length == 1) {
            return flag(host, path[1]);
        }
        return path[1].equals("state") && parts[1].equals("==")
                ? state(parts[2]).map(state -> in(host, EnumSet.of(state)))
                : number(host, path[1], parts);
    }

    private Optional<StatePredicate> flag(Host host, String name) {
        return switch (name) {
            case "gone" -> Optional.of(gone(host));
            case "synchronised" -> Optional.of(synchronised(host));
            case "closed-by-user" -> Optional.of(closedByUser(host));
            case "closed-both-directions" -> Optional.of(closedFully(host));
            default -> Optional.empty();
        };
    }

    private static Optional<TcpState> state(String name) {
        return Arrays.stream(TcpState.values())
                .filter(state -> state.toString().equals(name))
                .findFirst();
    }

    private Optional<StatePredicate> number(Host host, String name, String[] parts) {
        TcbFields fields = model.setting().fields(host);
        if (!parts[2].matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        Optional<IntPredicate> comparison = comparison(parts[1], Integer.parseInt(parts[2]));
        return comparison.flatMap(holds -> switch (name) {
            case "SND.NXT" -> Optional.of(live(fields.state, fields.sndNxt, holds));
            case "RCV.NXT" -> Optional.of(live(fields.state, fields.rcvNxt, holds));
            case "outstanding" -> Optional.of(live(fields.state, fields.outstanding, holds));
            default -> Optional.empty();
        });
    }

    private static Optional<IntPredicate> comparison(String operator, int bound) {
        return switch (operator) {
            case "==" -> Optional.of(value -> value == bound);
            case "<" -> Optional.of(value -> value < bound);
            case "<=" -> Optional.of(value -> value <= bound);
            case ">" -> Optional.of(value -> value > bound);
            case ">=" -> Optional.of(value -> value >= bound);
            default -> Optional.empty();
        };
    }

    /** Where {@code field} means nothing its bits belong to others, and no comparison holds. */
    private static StatePredicate live(StateLayout.Field state, StateLayout.Field field, IntPredicate holds) {
        Set<TcpState> live = Arrays.stream(TcpState.values())
                .filter(field::liveIn)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TcpState.class)));
        return (words, offset) ->
                live.contains(TcpState.of(state.get(words, offset))) && holds.test(field.get(words, offset));
    }
}
