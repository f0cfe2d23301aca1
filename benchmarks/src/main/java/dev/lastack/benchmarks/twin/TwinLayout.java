package dev.lastack.benchmarks.twin;

/**
 * Where the parts of a state stand: endpoints above segments in flight in one word if they fit, else in two. States of
 * the same endpoints are thus neighbours in the order of words, in which an exploration expands a level: their
 * successors are much the same and are found again while still at hand. Also the numbers of the actions and the
 * arithmetic of sequence numbers.
 */
final class TwinLayout {

    static final int SEND_DATA = 0;
    static final int CLOSE = 2;
    static final int RETRANSMIT = 4;
    static final int OPEN = 6;
    static final int TICK = 14;
    static final int LOSE_OR_RECEIVE = 15;

    private final int modulus;
    private final EndpointFormat endpoint;
    private final TwinSegmentFormat segment;
    private final NetworkFormat network;
    private final int words;
    private final long inFlightMask;

    TwinLayout(TwinConstants constants) {
        modulus = constants.modulus();
        endpoint = new EndpointFormat(constants);
        segment = new TwinSegmentFormat(constants);
        network = new NetworkFormat(constants, segment);
        words = endpoint.bits() + network.bits() <= Long.SIZE ? 1 : 2;
        inFlightMask = (1L << network.bits()) - 1;
    }

    EndpointFormat endpoint() {
        return endpoint;
    }

    TwinSegmentFormat segment() {
        return segment;
    }

    NetworkFormat network() {
        return network;
    }

    int words() {
        return words;
    }

    int significantBits(int word) {
        if (words == 1) {
            return endpoint.bits() + network.bits();
        }
        return word == 0 ? endpoint.bits() : network.bits();
    }

    long endpoints(long[] states, int offset) {
        return words == 1 ? states[offset] >>> network.bits() : states[offset];
    }

    long inFlight(long[] states, int offset) {
        return words == 1 ? states[offset] & inFlightMask : states[offset + 1];
    }

    void pack(long endpoints, long inFlight, long[] target) {
        if (words == 1) {
            target[0] = inFlight | endpoints << network.bits();
        } else {
            target[0] = endpoints;
            target[1] = inFlight;
        }
    }

    int next(int number) {
        return number + 1 == modulus ? 0 : number + 1;
    }

    int previous(int number) {
        return number == 0 ? modulus - 1 : number - 1;
    }

    int lose(int slot) {
        return LOSE_OR_RECEIVE + 2 * slot;
    }

    int receive(int slot) {
        return LOSE_OR_RECEIVE + 2 * slot + 1;
    }
}
