package dev.lastack.probe.lwip;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** The functions of {@code lwip.c}. lwIP has one set of connections for each process, and knows no threads. */
interface Lwip extends Library {

    String lastack_version();

    void lastack_start();

    Pointer lastack_new(int local, int localPort, int remote, int remotePort);

    void lastack_forget(Pointer connection);

    int lastack_open(Pointer connection);

    int lastack_listen(Pointer connection);

    int lastack_send(Pointer connection, byte[] octets, int length);

    int lastack_receive(Pointer connection, byte[] octets, int limit);

    int lastack_close(Pointer connection);

    int lastack_shutdown(Pointer connection);

    int lastack_abort(Pointer connection);

    void lastack_arrive(int address, byte[] octets, int length);

    void lastack_tick();

    int lastack_sent(byte[] octets, int limit);

    int lastack_state(Pointer connection);

    int lastack_waited(Pointer connection);

    void lastack_variables(Pointer connection, int[] variables);

    int lastack_readable(Pointer connection);

    int lastack_ended(Pointer connection);

    int lastack_signals(Pointer connection);
}
