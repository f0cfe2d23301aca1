package dev.lastack.probe.tun;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A TUN device of this network namespace: the kernel routes IP packets into it, and takes those that are written. */
public final class TunDevice implements Closeable {

    public static final String PATH = "/dev/net/tun";

    private static final int O_RDWR = 2;
    private static final NativeLong TUNSETIFF = new NativeLong(0x400454caL);
    private static final int INTERFACE_REQUEST = 40;
    private static final int FLAGS = 16;

    /** IFF_TUN | IFF_NO_PI: packets alone, nothing in front of them. Flags are in the order of the machine. */
    private static final byte[] TUN_WITHOUT_HEADER =
            ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? new byte[] {0x01, 0x10} : new byte[] {0x10, 0x01};

    private static final int LARGEST_PACKET = 65_536;

    private final int file;

    private TunDevice(int file) {
        this.file = file;
    }

    /** Makes the device {@code name}. */
    public static TunDevice open(String name) throws IOException {
        byte[] request = new byte[INTERFACE_REQUEST];
        byte[] octets = name.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(octets, 0, request, 0, octets.length);
        System.arraycopy(TUN_WITHOUT_HEADER, 0, request, FLAGS, TUN_WITHOUT_HEADER.length);
        try {
            int file = LibC.INSTANCE.open(PATH, O_RDWR);
            LibC.INSTANCE.ioctl(file, TUNSETIFF, request);
            return new TunDevice(file);
        } catch (LastErrorException e) {
            throw new IOException(PATH + ": " + e.getMessage(), e);
        }
    }

    /** The next packet that the kernel sends; waits for it. */
    public byte[] read() throws IOException {
        byte[] packet = new byte[LARGEST_PACKET];
        try {
            int length = LibC.INSTANCE
                    .read(file, packet, new NativeLong(packet.length))
                    .intValue();
            return Arrays.copyOf(packet, length);
        } catch (LastErrorException e) {
            throw new IOException(PATH + ": " + e.getMessage(), e);
        }
    }

    /** Hands the kernel a packet. */
    public void write(byte[] packet) throws IOException {
        try {
            LibC.INSTANCE.write(file, packet, new NativeLong(packet.length));
        } catch (LastErrorException e) {
            throw new IOException(PATH + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        LibC.INSTANCE.close(file);
    }
}
