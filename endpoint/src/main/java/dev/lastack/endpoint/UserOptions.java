package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.EndpointConfig;

/** The options of one connection: as its configuration has them, until its user sets others. */
final class UserOptions {

    long userTimeout = EndpointConfig.NEVER;
    long keepAliveIdle;
    long keepAliveInterval;
    int keepAliveProbes;
    long finWait2Timeout;
    int maxSegment;

    UserOptions(EndpointConfig config) {
        keepAliveIdle = config.micros(config.knobs().keepAlive());
        keepAliveInterval = keepAliveIdle;
        keepAliveProbes = config.keepAliveProbes();
        finWait2Timeout = config.micros(config.knobs().finWait2().timeout());
        maxSegment = config.buffers().mss();
    }

    void set(UserOption option, long value) {
        switch (option) {
            case USER_TIMEOUT -> userTimeout = value;
            case KEEP_ALIVE_IDLE -> keepAliveIdle = value < 0 ? EndpointConfig.NEVER : value;
            case KEEP_ALIVE_INTERVAL -> keepAliveInterval = value;
            case KEEP_ALIVE_PROBES -> keepAliveProbes = (int) value;
            case FIN_WAIT_2_TIMEOUT -> finWait2Timeout = value;
            case MAX_SEGMENT -> maxSegment = (int) value;
        }
    }
}
