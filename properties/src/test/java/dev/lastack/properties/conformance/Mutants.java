package dev.lastack.properties.conformance;

import dev.lastack.endpoint.EndpointConfig;
import dev.lastack.endpoint.Segment;
import dev.lastack.endpoint.Tcb;
import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.TimeWaitRules;
import dev.lastack.model.TcpState;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Endpoints each of which takes one decision wrongly, as stacks have. */
final class Mutants {

    /** An endpoint that is wrong in one point. */
    record Mutant(String name, StackFactory factory) {}

    private Mutants() {}

    static List<Mutant> all() {
        return Stream.of(ofTimeWait(), ofResets(), ofArrivals(), ofStates(), ofSending())
                .flatMap(List::stream)
                .toList();
    }

    /** TIME-WAIT and old duplicates. */
    private static List<Mutant> ofTimeWait() {
        return List.of(
                rules("TIME-WAIT is skipped", config -> new TcpRules(config) {
                    @Override
                    public long timeWait() {
                        return 0;
                    }
                }),
                timeWait("the 2MSL timer is not started again", config -> new TimeWaitRules(config) {
                    @Override
                    public boolean restarts(Tcb tcb, Segment segment, Fate fate, boolean answered) {
                        return false;
                    }
                }),
                timeWait("TIME-WAIT answers every ACK", config -> new TimeWaitRules(config) {
                    @Override
                    public boolean answersBareAck() {
                        return true;
                    }
                }),
                rules("LAST-ACK leads to TIME-WAIT", config -> new TcpRules(config) {
                    @Override
                    public TcpState afterOwnFinAcknowledged(TcpState state) {
                        return state == TcpState.LAST_ACK ? TcpState.TIME_WAIT : super.afterOwnFinAcknowledged(state);
                    }
                }),
                rules("PAWS is not checked", config -> new TcpRules(config) {
                    @Override
                    public boolean pawsRejects(Tcb tcb, Segment segment) {
                        return false;
                    }
                }));
    }

    /** RST, sent and received. */
    private static List<Mutant> ofResets() {
        return List.of(
                rules("an RST outside the window is acted on", config -> new TcpRules(config) {
                    @Override
                    public boolean acceptable(Tcb tcb, Segment segment) {
                        return segment.rst() || super.acceptable(tcb, segment);
                    }

                    @Override
                    public OnReset onReset(Tcb tcb, Segment segment) {
                        return OnReset.ACT;
                    }
                }),
                rules("RST answers RST", config -> new TcpRules(config) {
                    @Override
                    public boolean mayBeAnsweredByReset(Segment segment) {
                        return true;
                    }
                }),
                rules("an RST anywhere in the window resets", config -> new TcpRules(config) {
                    @Override
                    public OnReset onReset(Tcb tcb, Segment segment) {
                        return OnReset.ACT;
                    }
                }),
                rules("an RST beside RCV.NXT is not challenged", config -> new TcpRules(config) {
                    @Override
                    public OnReset onReset(Tcb tcb, Segment segment) {
                        OnReset action = super.onReset(tcb, segment);
                        return action == OnReset.CHALLENGE ? OnReset.IGNORE : action;
                    }
                }),
                rules("a SYN in the window resets", config -> new TcpRules(config) {
                    @Override
                    public boolean synResets(Tcb tcb, Segment segment) {
                        return true;
                    }
                }),
                rules("an RST ends a passive SYN-RECEIVED", config -> new TcpRules(config) {
                    @Override
                    public TcpState afterReset(Tcb tcb) {
                        return TcpState.CLOSED;
                    }
                }),
                rules("an RST does not take its number from the ACK", config -> new TcpRules(config) {
                    @Override
                    public long resetSeq(Segment segment) {
                        return 0;
                    }
                }),
                rules("ABORT is silent", config -> new TcpRules(config) {
                    @Override
                    public boolean abortSendsReset(Tcb tcb) {
                        return false;
                    }
                }),
                rules("ABORT sends RST in every state", config -> new TcpRules(config) {
                    @Override
                    public boolean abortSendsReset(Tcb tcb) {
                        return true;
                    }
                }));
    }

    /** The checks of an arriving segment. */
    private static List<Mutant> ofArrivals() {
        return List.of(
                rules("RCV.NXT does not advance over FIN", config -> new TcpRules(config) {
                    @Override
                    public long afterFinReceived(long rcvNxt) {
                        return rcvNxt;
                    }
                }),
                rules("an ACK of what was never sent is ignored", config -> new TcpRules(config) {
                    @Override
                    public AckRange ackRange(Tcb tcb, Segment segment) {
                        AckRange range = super.ackRange(tcb, segment);
                        return range == AckRange.UNSENT ? AckRange.DUPLICATE : range;
                    }
                }),
                rules("a duplicate ACK moves SND.UNA back", config -> new TcpRules(config) {
                    @Override
                    public AckRange ackRange(Tcb tcb, Segment segment) {
                        AckRange range = super.ackRange(tcb, segment);
                        return range == AckRange.DUPLICATE ? AckRange.NEW : range;
                    }
                }),
                rules("SYN-SENT takes any ACK for that of its SYN", config -> new TcpRules(config) {
                    @Override
                    public boolean acknowledgesSyn(Tcb tcb, Segment segment) {
                        return true;
                    }
                }),
                rules("no sequence check", config -> new TcpRules(config) {
                    @Override
                    public boolean acceptable(Tcb tcb, Segment segment) {
                        return true;
                    }
                }),
                rules("text and FIN are taken out of order", config -> new TcpRules(config) {
                    @Override
                    public boolean inOrder(Tcb tcb, long seq) {
                        return true;
                    }
                }),
                rules("SYN-RECEIVED is established by any ACK", config -> new TcpRules(config) {
                    @Override
                    public boolean establishes(Tcb tcb, Segment segment) {
                        return true;
                    }
                }),
                rules("an old ACK is not challenged (RFC 5961 §5)", config -> new TcpRules(config) {
                    @Override
                    public boolean ackInRange(Tcb tcb, Segment segment) {
                        return true;
                    }
                }),
                rules("an older segment updates the window", config -> new TcpRules(config) {
                    @Override
                    public boolean updatesWindow(Tcb tcb, Segment segment) {
                        return true;
                    }
                }));
    }

    /** Which state follows. */
    private static List<Mutant> ofStates() {
        return List.of(
                rules("CLOSING is skipped on simultaneous close", config -> new TcpRules(config) {
                    @Override
                    public TcpState afterPeerFin(TcpState state) {
                        return state == TcpState.FIN_WAIT_1 ? TcpState.TIME_WAIT : super.afterPeerFin(state);
                    }
                }),
                rules("half-close stops receiving", config -> new TcpRules(config) {
                    @Override
                    public boolean takesText(Tcb tcb) {
                        return tcb.state() == TcpState.ESTABLISHED;
                    }
                }),
                rules("a SYN does not return SYN-RECEIVED to LISTEN", config -> new TcpRules(config) {
                    @Override
                    public boolean synReturnsToListen(Tcb tcb) {
                        return false;
                    }
                }),
                rules("CLOSE in CLOSE-WAIT leads to CLOSING", config -> new TcpRules(config) {
                    @Override
                    public TcpState afterClose(TcpState state) {
                        return state == TcpState.CLOSE_WAIT ? TcpState.CLOSING : super.afterClose(state);
                    }
                }),
                rules("CLOSING leads to CLOSED", config -> new TcpRules(config) {
                    @Override
                    public TcpState afterOwnFinAcknowledged(TcpState state) {
                        return state == TcpState.CLOSING ? TcpState.CLOSED : super.afterOwnFinAcknowledged(state);
                    }
                }),
                rules("FIN-WAIT-1 ignores the ACK of its FIN", config -> new TcpRules(config) {
                    @Override
                    public TcpState afterOwnFinAcknowledged(TcpState state) {
                        return state == TcpState.FIN_WAIT_1 ? state : super.afterOwnFinAcknowledged(state);
                    }
                }),
                rules("simultaneous open skips SYN-RECEIVED", config -> new TcpRules(config) {
                    @Override
                    public TcpState afterSynInSynSent(boolean synAcknowledged) {
                        return TcpState.ESTABLISHED;
                    }
                }));
    }

    /** What is sent, and again. */
    private static List<Mutant> ofSending() {
        return List.of(
                rules("a retransmitted FIN is not acknowledged again", config -> new TcpRules(config) {
                    @Override
                    public boolean acknowledgesUnacceptable(Tcb tcb, Segment segment) {
                        return !segment.fin() && super.acknowledgesUnacceptable(tcb, segment);
                    }
                }),
                rules("LAST-ACK does not retransmit", config -> new TcpRules(config) {
                    @Override
                    public boolean retransmits(Tcb tcb) {
                        return tcb.state() != TcpState.LAST_ACK;
                    }
                }),
                rules("FIN is sent before queued text", config -> new TcpRules(config) {
                    @Override
                    public boolean finMayBeSent(Tcb tcb, int octetsQueued) {
                        return true;
                    }
                }),
                rules("the ISS is reused", config -> new TcpRules(config) {
                    @Override
                    public long initialSequenceNumber(long chosen) {
                        return -1;
                    }
                }),
                rules("the FIN is retransmitted with a new number", config -> new TcpRules(config) {
                    @Override
                    public long retransmissionSeq(Tcb tcb, long seq) {
                        return seq == tcb.finSeq() ? numbers().plus(seq, 1) : seq;
                    }
                }),
                rules("R2 is ignored", config -> new TcpRules(config) {
                    @Override
                    public boolean givesUp(Tcb tcb) {
                        return false;
                    }
                }),
                rules("nothing is retransmitted", config -> new TcpRules(config) {
                    @Override
                    public boolean retransmits(Tcb tcb) {
                        return false;
                    }
                }));
    }

    private static Mutant rules(String name, Function<EndpointConfig, TcpRules> rules) {
        return new Mutant(name, StackFactory.own(rules, TimeWaitRules::new));
    }

    private static Mutant timeWait(String name, Function<EndpointConfig, TimeWaitRules> rules) {
        return new Mutant(name, StackFactory.own(TcpRules::new, rules));
    }
}
