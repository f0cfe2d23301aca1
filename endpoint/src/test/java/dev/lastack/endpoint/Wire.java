package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.TimerChoice;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.TcpHeader;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One endpoint at the end of a wire on which segments are written as the RFC writes them: {@code
 * <SEQ=300><ACK=101><CTL=FIN,ACK>}, with {@code <DATA=3>} for three octets of text and {@code <TS=5,7>} for the
 * option. The own ISS is 100, as in the figures of RFC 9293. Time is in milliseconds.
 */
public final class Wire {

    public static final FourTuple TUPLE = new FourTuple(0x0A000001, 8080, 0x0A000002, 40000);

    private static final Pattern FIELD = Pattern.compile("<(\\w+)=([\\w,]+)>");
    private static final int WINDOW = 1000;

    public final TcpEndpoint endpoint;
    Reaction last = Reaction.none();
    private long now;

    public Wire(EndpointConfig config) {
        this(config, Decisions.of(config, (at, used) -> 100, TimerChoice.PROMPT));
    }

    public Wire(EndpointConfig config, Decisions decisions) {
        endpoint = new TcpEndpoint(TUPLE, config, decisions);
    }

    public static Wire closed() {
        return new Wire(EndpointConfig.rfc9293());
    }

    /** With knobs as a scenario names them. */
    public static Wire with(String knob, String value) {
        return new Wire(EndpointConfig.rfc9293(Map.of(knob, value)));
    }

    /** ESTABLISHED by an active OPEN, with SND.NXT 101 and RCV.NXT 301. */
    public Wire established() {
        open();
        arrive("<SEQ=300><ACK=101><CTL=SYN,ACK>");
        return expectState(TcpState.ESTABLISHED);
    }

    /** ESTABLISHED by a passive OPEN, with the same numbers. */
    Wire accepted() {
        listen();
        arrive("<SEQ=300><CTL=SYN>");
        arrive("<SEQ=301><ACK=101><CTL=ACK>");
        return expectState(TcpState.ESTABLISHED);
    }

    /** One of the states behind ESTABLISHED, reached in the plainest way: SND.NXT 102 if closed, RCV.NXT 302 if told. */
    public Wire in(TcpState state) {
        established();
        switch (state) {
            case FIN_WAIT_1 -> close();
            case FIN_WAIT_2 -> {
                close();
                arrive("<SEQ=301><ACK=102><CTL=ACK>");
            }
            case CLOSE_WAIT -> arrive("<SEQ=301><ACK=101><CTL=FIN,ACK>");
            case CLOSING -> {
                close();
                arrive("<SEQ=301><ACK=101><CTL=FIN,ACK>");
            }
            case LAST_ACK -> {
                arrive("<SEQ=301><ACK=101><CTL=FIN,ACK>");
                close();
            }
            case TIME_WAIT -> {
                close();
                arrive("<SEQ=301><ACK=102><CTL=FIN,ACK>");
            }
            default -> {}
        }
        return expectState(state);
    }

    public List<String> open() {
        return show(endpoint.open(now));
    }

    List<String> listen() {
        return show(endpoint.listen(now));
    }

    public List<String> send(int octets) {
        return show(endpoint.send(new byte[octets], now));
    }

    public List<String> receive(int limit) {
        return show(endpoint.receive(limit, now));
    }

    List<String> close() {
        return show(endpoint.close(now));
    }

    List<String> shutdown() {
        return show(endpoint.shutdown(now));
    }

    List<String> abort() {
        return show(endpoint.abort(now));
    }

    /** Milliseconds pass. */
    public List<String> pass(long millis) {
        now += millis * 1000;
        return show(endpoint.advance(now));
    }

    /** Time passes until the next timer fires. */
    public List<String> passToDeadline() {
        now = endpoint.deadline().orElseThrow();
        return show(endpoint.advance(now));
    }

    public List<String> arrive(String segment) {
        return show(endpoint.arrive(TcpHeader.emit(read(segment), TUPLE.reversed()), now));
    }

    List<String> arriveOctets(byte[] octets) {
        return show(endpoint.arrive(octets, now));
    }

    public TcpState state() {
        return endpoint.state();
    }

    public Optional<UserError> error() {
        return last.error();
    }

    public List<UserSignal> signals() {
        return last.signals();
    }

    private Wire expectState(TcpState state) {
        if (endpoint.state() != state) {
            throw new AssertionError("expected " + state + ", is " + endpoint.state());
        }
        return this;
    }

    private List<String> show(Reaction reaction) {
        last = reaction;
        List<String> shown = new ArrayList<>();
        for (byte[] octets : reaction.segments()) {
            shown.add(write(TcpHeader.parse(octets, TUPLE.reversed()).segment().orElseThrow()));
        }
        return shown;
    }

    private static Segment read(String text) {
        long seq = 0;
        long ack = 0;
        int control = 0;
        int window = WINDOW;
        byte[] payload = {};
        Optional<Segment.Timestamps> timestamps = Optional.empty();
        OptionalInt mss = OptionalInt.empty();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            String value = field.group(2);
            switch (field.group(1)) {
                case "SEQ" -> seq = Long.parseLong(value);
                case "ACK" -> ack = Long.parseLong(value);
                case "WND" -> window = Integer.parseInt(value);
                case "MSS" -> mss = OptionalInt.of(Integer.parseInt(value));
                case "DATA" -> payload = new byte[Integer.parseInt(value)];
                case "TS" -> {
                    String[] both = value.split(",", -1);
                    timestamps = Optional.of(new Segment.Timestamps(Long.parseLong(both[0]), Long.parseLong(both[1])));
                }
                case "CTL" -> control = control(value);
                default -> throw new AssertionError(field.group());
            }
        }
        return new Segment(seq, ack, control, window, mss, timestamps, payload);
    }

    private static int control(String names) {
        int control = 0;
        for (String name : names.split(",", -1)) {
            control |= switch (name.toUpperCase(Locale.ROOT)) {
                case "SYN" -> ControlBits.SYN;
                case "FIN" -> ControlBits.FIN;
                case "RST" -> ControlBits.RST;
                case "ACK" -> ControlBits.ACK;
                case "PSH" -> ControlBits.PSH;
                default -> throw new AssertionError(name);
            };
        }
        return control;
    }

    private static String write(Segment segment) {
        List<String> names = new ArrayList<>();
        if (segment.syn()) {
            names.add("SYN");
        }
        if (segment.fin()) {
            names.add("FIN");
        }
        if (segment.rst()) {
            names.add("RST");
        }
        if (segment.hasAck()) {
            names.add("ACK");
        }
        return "<SEQ=" + segment.seq() + ">"
                + (segment.hasAck() ? "<ACK=" + segment.ack() + ">" : "")
                + "<CTL=" + String.join(",", names) + ">"
                + (segment.payload().length > 0 ? "<DATA=" + segment.payload().length + ">" : "")
                + segment.timestamps()
                        .map(ts -> "<TS=" + ts.value() + "," + ts.echo() + ">")
                        .orElse("");
    }
}
