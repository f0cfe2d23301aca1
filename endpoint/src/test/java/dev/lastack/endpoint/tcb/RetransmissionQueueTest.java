package dev.lastack.endpoint.tcb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.endpoint.tcb.RetransmissionQueue.Sent;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.tcp.ControlBits;
import org.junit.jupiter.api.Test;

/** What is sent and not yet acknowledged, RFC 6298 §5. */
class RetransmissionQueueTest {

    /** Half of the space may be outstanding; its ACK is the ACK of all. */
    @Test
    void anAckOfHalfTheSpaceEmptiesTheQueue() {
        RetransmissionQueue queue = new RetransmissionQueue(new SequenceNumbers(4));
        queue.add(new Sent(3, ControlBits.SYN, new byte[0], 0, false));
        queue.add(new Sent(0, ControlBits.FIN, new byte[0], 0, false));
        queue.acknowledge(1);
        assertThat(queue.isEmpty()).isTrue();
    }

    /** An ACK of the first leaves the second. */
    @Test
    void anAckOfPartLeavesTheRest() {
        RetransmissionQueue queue = new RetransmissionQueue(new SequenceNumbers(4));
        queue.add(new Sent(3, ControlBits.SYN, new byte[0], 0, false));
        queue.add(new Sent(0, ControlBits.FIN, new byte[0], 7, false));
        queue.acknowledge(0);
        assertThat(queue.oldestSentAt()).isEqualTo(7);
    }
}
