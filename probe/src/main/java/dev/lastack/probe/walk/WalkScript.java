package dev.lastack.probe.walk;

import dev.lastack.tcp.ControlBits;
import java.util.List;

/** A walk and what it caused as a script for packetdrill. States are not in it: a script sees segments alone. */
public final class WalkScript {

    private static final long UNSIGNED = 0xFFFFFFFFL;
    private static final int FIRST_STAMP = 1_000_000;
    private static final int LISTENER = 3;
    private static final int CONNECTION = 4;

    private final StringBuilder text = new StringBuilder();
    private final String pause;
    private final boolean stamps;
    private long stamp = FIRST_STAMP;
    private int hostNxt = 1;
    private int rcvNxt = 1;
    private int read;

    private WalkScript(long step, boolean stamps) {
        this.pause = "+" + step / 1e6;
        this.stamps = stamps;
    }

    /**
     * Writes it.
     *
     * @param step microseconds after each step
     * @param stamps whether the stack answers timestamps
     */
    public static String of(ObservedWalk observed, long step, boolean stamps) {
        WalkScript script = new WalkScript(step, stamps);
        script.handshake();
        List<StackAction> actions = observed.walk().actions();
        for (int i = 0; i < observed.outcomes().size(); i++) {
            script.act(actions.get(i));
            observed.outcomes().get(i).sent().forEach(script::expect);
        }
        return script.text.toString();
    }

    private void handshake() {
        line("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = " + LISTENER);
        line("+0 bind(" + LISTENER + ", ..., ...) = 0");
        line("+0 listen(" + LISTENER + ", 1) = 0");
        line("+0 < S 0:0(0) win 65535 <mss 1460,nop,nop,TS val " + stamp + " ecr 0>");
        line("+0 > S. 0:0(0) ack 1 <mss 1460" + (stamps ? ",nop,nop,TS val 100 ecr " + stamp : "") + ">");
        line(pause + " < . 1:1(0) ack 1 win 65535 " + options(1));
        line("+0 accept(" + LISTENER + ", ..., ...) = " + CONNECTION);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String options(int newer) {
        long value = stamp + newer;
        stamp = Math.max(stamp, value);
        return "<nop,nop,TS val " + value + " ecr " + (stamps ? 100 : 0) + ">";
    }

    private void act(StackAction action) {
        if (action instanceof StackAction.Arrival arrival) {
            arrive(arrival.stimulus());
        } else if (action instanceof StackAction.UserCall user) {
            call(user.call());
        }
    }

    private void arrive(Stimulus stimulus) {
        long seq = rcvNxt + stimulus.seq() & UNSIGNED;
        long end = seq + stimulus.text() & UNSIGNED;
        boolean ack = (stimulus.control() & ControlBits.ACK) != 0;
        line(pause + " < " + flags(stimulus.control()) + " " + seq + ":" + end + "(" + stimulus.text() + ")"
                + (ack ? " ack " + (hostNxt + stimulus.ack() & UNSIGNED) : "") + " win 65535 "
                + options(stimulus.newer()));
    }

    private static String flags(int control) {
        return ((control & ControlBits.SYN) != 0 ? "S" : "")
                + ((control & ControlBits.FIN) != 0 ? "F" : "")
                + ((control & ControlBits.RST) != 0 ? "R" : "")
                + ((control & ControlBits.ACK) != 0 ? "." : "");
    }

    private void call(StackAction.Call call) {
        switch (call) {
            case SEND -> line(pause + " write(" + CONNECTION + ", ..., 1) = 1");
            case SHUTDOWN -> line(pause + " shutdown(" + CONNECTION + ", SHUT_WR) = 0");
            case CLOSE -> line(pause + " close(" + CONNECTION + ") = 0");
            case RECEIVE -> line(pause + " read(" + CONNECTION + ", ..., 65536) = " + unread());
        }
    }

    /** A walk sends one octet of text at a time; where it is read, nothing else has moved RCV.NXT. */
    private int unread() {
        int octets = rcvNxt - 1 - read;
        read += octets;
        return octets;
    }

    private void expect(RelativeSegment segment) {
        String flags = segment.bits()
                .replace("SYN", "S")
                .replace("FIN", "F")
                .replace("RST", "R")
                .replace("ACK", ".")
                .replace(",", "");
        if (segment.isReset()) {
            line("+0~" + pause + " > R " + segment.seq() + ":" + segment.seq() + "(0) <...>");
            return;
        }
        int end = segment.seq() + segment.text();
        line("+0~" + pause + " > " + (segment.text() > 0 ? "P" : "") + flags + " " + segment.seq() + ":" + end + "("
                + segment.text() + ") ack " + segment.ack() + " <...>");
        hostNxt = Math.max(hostNxt, segment.end());
        rcvNxt = Math.max(rcvNxt, segment.ack());
    }
}
