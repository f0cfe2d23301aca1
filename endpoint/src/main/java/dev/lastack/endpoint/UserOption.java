package dev.lastack.endpoint;

/** What a user may set for one connection, apart from its calls: the name that sockets give it, and its unit. */
public enum UserOption {
    /** TCP_USER_TIMEOUT, RFC 9293 §3.10.8: microseconds that octets may stay unacknowledged. */
    USER_TIMEOUT,
    /** SO_KEEPALIVE with TCP_KEEPIDLE, RFC 9293 §3.8.4: microseconds of idleness before the first probe, -1 for none. */
    KEEP_ALIVE_IDLE,
    /** TCP_KEEPINTVL: microseconds between probes that are not answered. */
    KEEP_ALIVE_INTERVAL,
    /** TCP_KEEPCNT: unanswered probes that end the connection. */
    KEEP_ALIVE_PROBES,
    /** TCP_LINGER2: microseconds that FIN-WAIT-2 lasts without a user. */
    FIN_WAIT_2_TIMEOUT,
    /** TCP_MAXSEG, RFC 9293 §3.7.1: the MSS option of SYN, and the most text in a segment. */
    MAX_SEGMENT
}
