package dev.lastack.checker.partition;

/**
 * What one partition has for another.
 *
 * @param owner the number of the partition it is for
 * @param content see {@link Contents}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Shipment(int owner, byte[] content) {}
