package dev.lastack.endpoint.tcb;

/** Decides, where the knobs leave a range, whether a retransmission waits longer than the least gap. */
@FunctionalInterface
public interface RtoChoice {

    /** Never waits longer. */
    RtoChoice PROMPT = (waited, longest) -> 0;

    /** How much longer to wait after {@code waited} of at most {@code longest} microseconds; 0: sent now. */
    long more(long waited, long longest);
}
