package dev.lastack.probe;

import dev.lastack.probe.host.HostConnection;
import dev.lastack.probe.host.KernelHost;
import dev.lastack.probe.host.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs in a namespace: a SYN to a listening socket of the kernel. Writes the control bits of the answer to a file. */
public final class SynAnswered {

    private SynAnswered() {}

    public static void main(String[] arguments) throws IOException {
        try (KernelHost kernel = new KernelHost()) {
            HostConnection connection = kernel.incoming();
            int control = new Peer(connection, true, 1).connect().control();
            Files.writeString(Path.of(arguments[0]), control + " " + connection.state());
        }
    }
}
