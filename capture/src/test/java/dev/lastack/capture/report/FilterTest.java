package dev.lastack.capture.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.capture.connection.Address;
import dev.lastack.capture.packet.RecordedSegment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each term of {@code --filter}, and what is no term. */
class FilterTest {

    private static RecordedSegment segment(String source, String destination) {
        Address from = AddressText.withPort(source).orElseThrow();
        Address to = AddressText.withPort(destination).orElseThrow();
        RecordedSegment segment = new RecordedSegment();
        segment.sourceHigh = from.high();
        segment.sourceLow = from.low();
        segment.sourcePort = from.port();
        segment.destinationHigh = to.high();
        segment.destinationLow = to.low();
        segment.destinationPort = to.port();
        segment.time = 12_500_000_000L;
        return segment;
    }

    @ParameterizedTest
    @CsvSource({
        "host=192.0.2.1, true, false",
        "host=198.51.100.2, true, false",
        "host=2001:DB8:0::1, false, true",
        "port=80, true, true",
        "port=81, false, false",
        "tuple=198.51.100.2:80-192.0.2.1:4000, true, false",
        "tuple=192.0.2.1:4000-198.51.100.2:80, true, false",
        "tuple=192.0.2.1:4001-198.51.100.2:80, false, false",
        "tuple=[2001:db8::1]:4000-[2001:db8::2]:80, false, true",
        "time=2..3, true, true",
        "time=2.6.., false, false",
        "time=..2.4, false, false"
    })
    void aTermPassesWhatItNames(String term, boolean four, boolean six) {
        Filter filter = Filter.of(List.of(term)).orElseThrow();

        assertThat(filter.passes(segment("192.0.2.1:4000", "198.51.100.2:80"), 10_000_000_000L))
                .isEqualTo(four);
        assertThat(filter.passes(segment("[2001:db8::1]:4000", "[2001:db8::2]:80"), 10_000_000_000L))
                .isEqualTo(six);
    }

    @Test
    void allTermsMustHold() {
        Filter filter = Filter.of(List.of("host=192.0.2.1", "port=81")).orElseThrow();

        assertThat(filter.passes(segment("192.0.2.1:4000", "198.51.100.2:80"), 0))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "host=",
                "host=example.org",
                "host=1.2.3",
                "port=65536",
                "port=x",
                "tuple=1.2.3.4:1",
                "tuple=1.2.3.4-5.6.7.8",
                "tuple=2001:db8::1:4-[::1]:5",
                "time=3",
                "time=3..2",
                "user=root"
            })
    void whatIsNoTermIsRefused(String term) {
        assertThat(Filter.of(List.of(term))).isEmpty();
    }
}
