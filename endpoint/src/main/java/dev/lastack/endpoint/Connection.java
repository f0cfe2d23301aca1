package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.ChallengeLimit;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.EndpointConfig.UserReads;
import dev.lastack.endpoint.tcb.IsnSource;
import dev.lastack.endpoint.tcb.OctetQueue;
import dev.lastack.endpoint.tcb.Reassembly;
import dev.lastack.endpoint.tcb.RetransmissionQueue;
import dev.lastack.endpoint.tcb.RetransmissionTimeout;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.tcb.TimerChoice;
import dev.lastack.endpoint.tcb.Timers;
import dev.lastack.endpoint.tcb.Timers.Timer;
import dev.lastack.endpoint.tcb.Timestamping;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.OptionalLong;

/** One connection's variables, queues and timers, and the few changes that every part of the endpoint makes. */
final class Connection {

    final FourTuple tuple;
    final EndpointConfig config;
    final SequenceNumbers numbers;
    final TcpRules rules;
    final TimeWaitRules timeWaitRules;
    final IsnSource isn;
    final Timers timers = new Timers();
    final Outbox outbox = new Outbox();
    final OctetQueue unsent = new OctetQueue();
    final OctetQueue unread = new OctetQueue();
    final RetransmissionQueue retransmissions;
    final Reassembly reassembly;
    final ChallengeLimit challenges;
    final Timestamping timestamping;
    final UserOptions options;

    final TimerChoice timerChoice;

    Tcb tcb = new Tcb();
    RetransmissionTimeout rto;
    OptionalLong lastSndNxt = OptionalLong.empty();
    boolean endOfStream;
    long now;
    long quietUntil = Long.MIN_VALUE;

    Connection(FourTuple tuple, EndpointConfig config, Decisions decisions) {
        this.tuple = tuple;
        this.config = config;
        this.numbers = config.numbers();
        this.rules = decisions.rules();
        this.timeWaitRules = decisions.timeWait();
        this.isn = decisions.isn();
        this.timerChoice = decisions.rto();
        this.retransmissions = new RetransmissionQueue(numbers);
        this.reassembly = new Reassembly(numbers);
        this.challenges = new ChallengeLimit(config);
        this.timestamping = new Timestamping(config);
        this.options = new UserOptions(config);
        this.rto = new RetransmissionTimeout(config, timerChoice);
    }

    /** A fresh TCB in {@code state}, the old one forgotten. */
    void begin(TcpState state) {
        end();
        unread.clear();
        endOfStream = false;
        rto = new RetransmissionTimeout(config, timerChoice);
        tcb.state = state;
        tcb.rcvWnd = receiveWindow();
    }

    /** Deletes the TCB: CLOSED. What was received and not read can still be read. */
    void end() {
        if (tcb.sndNxt != tcb.iss) {
            lastSndNxt = OptionalLong.of(tcb.sndNxt);
        }
        tcb = new Tcb();
        timers.stopAll();
        unsent.clear();
        retransmissions.clear();
        reassembly.clear();
    }

    /** Deletes the TCB after an RST or a failure: nothing is left to read. */
    void fail(UserSignal signal) {
        end();
        unread.clear();
        endOfStream = false;
        outbox.signal(signal);
    }

    void chooseIss(long chosen) {
        tcb.iss = numbers.of(rules.initialSequenceNumber(chosen));
        tcb.sndUna = tcb.iss;
        tcb.sndNxt = tcb.iss;
    }

    /** Moves to {@code next} and does what entering it means. */
    void enter(TcpState next) {
        if (next == tcb.state) {
            return;
        }
        tcb.state = next;
        switch (next) {
            case ESTABLISHED -> outbox.signal(UserSignal.OPENED);
            case FIN_WAIT_2 -> startFinWait2();
            case CLOSING -> startIfOn(Timer.CLOSING, rules.closingTimeout());
            case LAST_ACK -> startIfOn(Timer.LAST_ACK, rules.lastAckTimeout());
            case TIME_WAIT -> startTimeWait();
            case CLOSED -> end();
            default -> {}
        }
    }

    /** RFC 9293 §3.10.7.4, eighth check: start the time-wait timer, turn off the others. */
    void startTimeWait() {
        timers.stopAll();
        retransmissions.clear();
        tcb.timeWaitSince = now;
        if (rules.timeWait() == 0) {
            outbox.decided("time-wait 0: the state is skipped");
            end();
        } else {
            restartTimeWait();
        }
    }

    void restartTimeWait() {
        timers.start(Timer.TIME_WAIT, now + rules.timeWait());
    }

    void startFinWait2() {
        long timeout = options.finWait2Timeout;
        if (tcb.orphan && timeout != EndpointConfig.NEVER) {
            timers.start(Timer.FIN_WAIT_2, now + timeout);
        }
    }

    private void startIfOn(Timer timer, long timeout) {
        if (timeout != EndpointConfig.NEVER) {
            timers.start(timer, now + timeout);
        }
    }

    /** RFC 9293 §3.8.4: a probe follows an interval in which nothing was received. */
    void restartKeepAlive() {
        long idle = options.keepAliveIdle;
        if (idle != EndpointConfig.NEVER) {
            timers.start(Timer.KEEP_ALIVE, now + idle);
        }
        tcb.unansweredProbes = 0;
    }

    /**
     * The window to advertise. It never shrinks (SHLD-14), and its right edge moves only by a segment's worth or half
     * the buffer (MUST-39).
     */
    long receiveWindow() {
        long buffer = config.buffers().receive();
        if (config.buffers().reads() == UserReads.AT_ONCE) {
            return buffer;
        }
        long free = buffer - unread.size();
        return free - tcb.rcvWnd >= Math.min(buffer / 2, options.maxSegment) ? free : tcb.rcvWnd;
    }
}
