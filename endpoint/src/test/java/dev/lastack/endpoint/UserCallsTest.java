package dev.lastack.endpoint;

import static dev.lastack.endpoint.UserError.CONNECTION_ALREADY_EXISTS;
import static dev.lastack.endpoint.UserError.CONNECTION_CLOSING;
import static dev.lastack.endpoint.UserError.CONNECTION_DOES_NOT_EXIST;
import static dev.lastack.endpoint.UserError.FOREIGN_SOCKET_UNSPECIFIED;
import static dev.lastack.endpoint.UserError.INSUFFICIENT_RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.tcp.TcpState;
import org.junit.jupiter.api.Test;

/** RFC 9293 §3.10.1 to §3.10.5: the errors that user calls return. */
class UserCallsTest {

    @Test
    void nothingCanBeDoneWithoutAConnection() {
        Wire a = Wire.closed();
        a.send(1);
        assertThat(a.error()).contains(CONNECTION_DOES_NOT_EXIST);
        a.receive(1);
        assertThat(a.error()).contains(CONNECTION_DOES_NOT_EXIST);
        a.close();
        assertThat(a.error()).contains(CONNECTION_DOES_NOT_EXIST);
        a.abort();
        assertThat(a.error()).contains(CONNECTION_DOES_NOT_EXIST);
    }

    @Test
    void errorsReadAsInTheRfc() {
        assertThat(CONNECTION_DOES_NOT_EXIST).hasToString("connection does not exist");
        assertThat(CONNECTION_CLOSING).hasToString("connection closing");
    }

    @Test
    void openOverAConnectionIsRefused() {
        Wire a = Wire.closed().established();
        a.open();
        assertThat(a.error()).contains(CONNECTION_ALREADY_EXISTS);
        a.listen();
        assertThat(a.error()).contains(CONNECTION_ALREADY_EXISTS);
        Wire waiting = Wire.closed().in(TcpState.TIME_WAIT);
        waiting.open();
        assertThat(waiting.error()).contains(CONNECTION_ALREADY_EXISTS);
    }

    @Test
    void listenerMayOpenActively() {
        Wire a = Wire.closed();
        a.listen();
        a.send(1);
        assertThat(a.error()).contains(FOREIGN_SOCKET_UNSPECIFIED);
        assertThat(a.open()).containsExactly("<SEQ=100><CTL=SYN>");
        assertThat(a.close()).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }

    @Test
    void receiveInCloseWaitDeliversWhatIsLeftThenSaysClosing() {
        Wire a = Wire.closed().established();
        a.arrive("<SEQ=301><ACK=101><CTL=FIN,ACK><DATA=3>");
        a.receive(2);
        assertThat(a.last.received()).hasSize(2);
        assertThat(a.endpoint.endOfStream()).isFalse();
        a.receive(2);
        assertThat(a.last.received()).hasSize(1);
        assertThat(a.endpoint.endOfStream()).isTrue();
        a.receive(2);
        assertThat(a.error()).contains(CONNECTION_CLOSING);
    }

    @Test
    void sendIsBoundedByItsBuffer() {
        EndpointConfig.Buffers small = new EndpointConfig.Buffers(1460, 4, 1000, EndpointConfig.UserReads.BY_RECEIVE);
        Wire a = new Wire(EndpointConfig.rfc9293().with(small));
        a.open();
        a.send(6);
        assertThat(a.last.accepted()).isEqualTo(4);
        a.send(1);
        assertThat(a.error()).contains(INSUFFICIENT_RESOURCES);
    }
}
