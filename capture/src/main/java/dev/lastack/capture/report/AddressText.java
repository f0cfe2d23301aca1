package dev.lastack.capture.report;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import dev.lastack.capture.connection.Address;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Addresses as people write them; names are not looked up. */
public final class AddressText {

    private static final long MAPPED = 0xFFFFL << 32;
    private static final int MOST_PORT = 0xFFFF;

    private AddressText() {}

    /** {@code 192.0.2.1} or {@code 2001:db8::1}, with port 0. */
    public static Optional<Address> host(String text) {
        return InetAddresses.isInetAddress(text) && !text.contains("%")
                ? Optional.of(address(text, 0))
                : Optional.empty();
    }

    /** {@code 192.0.2.1:80} or {@code [2001:db8::1]:80}. */
    static Optional<Address> withPort(String text) {
        try {
            HostAndPort parts = HostAndPort.fromString(text).requireBracketsForIPv6();
            return parts.hasPort() && host(parts.getHost()).isPresent()
                    ? Optional.of(address(parts.getHost(), parts.getPort()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Integer> port(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Integer.parseInt(text) <= MOST_PORT ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Address address(String text, int port) {
        ByteBuffer octets = ByteBuffer.wrap(InetAddresses.forString(text).getAddress());
        return octets.capacity() == 4
                ? new Address(0, MAPPED | (octets.getInt() & 0xFFFF_FFFFL), port)
                : new Address(octets.getLong(), octets.getLong(), port);
    }
}
