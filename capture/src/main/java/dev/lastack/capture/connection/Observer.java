package dev.lastack.capture.connection;

/** Is told of every segment, after the incarnation has learnt from it, and of the end of each incarnation. */
public interface Observer {

    void seen(Incarnation incarnation, SegmentEffect step);

    /** Nothing more of {@code incarnation} will come: it was evicted, or the capture is over. */
    void ended(Incarnation incarnation);
}
