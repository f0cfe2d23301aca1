package dev.lastack.capture.file;

/**
 * An interface of a pcapng section.
 *
 * @param snapLength the most octets captured of a packet; 0 is no limit
 * @param checkSequence octets of frame check sequence at the end of a packet
 * @param tap its number in the whole file
 */
record Interface(int linkType, long snapLength, TimeUnit unit, int checkSequence, int tap) {}
