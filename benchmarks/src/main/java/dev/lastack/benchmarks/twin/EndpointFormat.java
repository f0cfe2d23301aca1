package dev.lastack.benchmarks.twin;

/**
 * Both endpoints and the flag {@code bad} in one long, from the least significant bit:
 *
 * <pre>
 *   endpoint 0 | endpoint 1 | bad
 *   endpoint:  ei-1 (1) | nd | rcv | snd | state
 * </pre>
 *
 * where nd is what the user may still send, and ei is the incarnation.
 */
final class EndpointFormat {

    private final int budgetMask;
    private final int sequenceMask;
    private final int receiveAt;
    private final int sendAt;
    private final int stateAt;
    private final int width;
    private final int mask;

    EndpointFormat(TwinConstants constants) {
        int budgetBits = bitsFor(constants.data());
        int sequenceBits = bitsFor(constants.modulus() - 1);
        budgetMask = (1 << budgetBits) - 1;
        sequenceMask = (1 << sequenceBits) - 1;
        receiveAt = 1 + budgetBits;
        sendAt = receiveAt + sequenceBits;
        stateAt = sendAt + sequenceBits;
        width = stateAt + bitsFor(TwinState.TIME_WAIT + constants.timeWait() - 1);
        mask = (1 << width) - 1;
    }

    static int bitsFor(int greatest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
    }

    /** Bits of both endpoints and {@code bad}. */
    int bits() {
        return 2 * width + 1;
    }

    int get(long endpoints, int e) {
        return (int) (endpoints >>> (e * width)) & mask;
    }

    long with(long endpoints, int e, int endpoint) {
        int at = e * width;
        return (endpoints & ~((long) mask << at)) | ((long) endpoint << at);
    }

    boolean bad(long endpoints) {
        return endpoints >>> (2 * width) != 0;
    }

    long withBad(long endpoints) {
        return endpoints | 1L << (2 * width);
    }

    int incarnation(int endpoint) {
        return endpoint & 1;
    }

    int withIncarnation(int endpoint, int incarnation) {
        return (endpoint & ~1) | incarnation;
    }

    int budget(int endpoint) {
        return endpoint >>> 1 & budgetMask;
    }

    int withBudget(int endpoint, int budget) {
        return (endpoint & ~(budgetMask << 1)) | (budget << 1);
    }

    int rcvNxt(int endpoint) {
        return endpoint >>> receiveAt & sequenceMask;
    }

    int withRcvNxt(int endpoint, int rcvNxt) {
        return (endpoint & ~(sequenceMask << receiveAt)) | (rcvNxt << receiveAt);
    }

    int sndNxt(int endpoint) {
        return endpoint >>> sendAt & sequenceMask;
    }

    int withSndNxt(int endpoint, int sndNxt) {
        return (endpoint & ~(sequenceMask << sendAt)) | (sndNxt << sendAt);
    }

    int state(int endpoint) {
        return endpoint >>> stateAt;
    }

    int withState(int endpoint, int state) {
        return (endpoint & ((1 << stateAt) - 1)) | (state << stateAt);
    }

    /** What is left of an endpoint that has just become CLOSED; SND.NXT and the incarnation outlive the TCB. */
    int closed(int endpoint) {
        return withState(withRcvNxt(withBudget(endpoint, 0), 0), TwinState.CLOSED);
    }

    /** The endpoint a tick later. */
    int older(int endpoint) {
        int state = state(endpoint);
        if (state < TwinState.TIME_WAIT) {
            return endpoint;
        }
        return state == TwinState.TIME_WAIT ? closed(endpoint) : withState(endpoint, state - 1);
    }

    String describe(int endpoint) {
        return "%s SND.NXT=%d RCV.NXT=%d, %d to send, incarnation %d"
                .formatted(
                        TwinState.name(state(endpoint)),
                        sndNxt(endpoint),
                        rcvNxt(endpoint),
                        budget(endpoint),
                        incarnation(endpoint) + 1);
    }
}
