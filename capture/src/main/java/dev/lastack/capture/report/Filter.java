package dev.lastack.capture.report;

import dev.lastack.capture.connection.Address;
import dev.lastack.capture.packet.RecordedSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which segments are looked at: {@code host=ADDRESS}, {@code port=N}, {@code tuple=ADDRESS:PORT-ADDRESS:PORT} in either
 * direction, {@code time=FROM..TO} in seconds since the first packet. All that are given must hold.
 */
public final class Filter {

    /** Everything. */
    public static final Filter ALL = new Filter(List.of(), 0, Double.MAX_VALUE);

    private static final Pattern TERM = Pattern.compile("(host|port|tuple|time)=(.+)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d+)?)?\\.\\.(\\d{1,9}(?:\\.\\d+)?)?");

    private final List<Predicate<RecordedSegment>> terms;
    private final double from;
    private final double to;

    private Filter(List<Predicate<RecordedSegment>> terms, double from, double to) {
        this.terms = List.copyOf(terms);
        this.from = from;
        this.to = to;
    }

    /** The filter that {@code terms} describe, or nothing if one of them is not understood. */
    public static Optional<Filter> of(List<String> terms) {
        List<Predicate<RecordedSegment>> predicates = new ArrayList<>();
        double from = 0;
        double to = Double.MAX_VALUE;
        for (String term : terms) {
            Matcher matcher = TERM.matcher(term);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Matcher time = TIME.matcher(matcher.group(2));
            if (matcher.group(1).equals("time") && time.matches()) {
                from = time.group(1) == null ? 0 : Double.parseDouble(time.group(1));
                to = time.group(2) == null ? Double.MAX_VALUE : Double.parseDouble(time.group(2));
                if (from > to) {
                    return Optional.empty();
                }
                continue;
            }
            Optional<Predicate<RecordedSegment>> predicate = predicate(matcher.group(1), matcher.group(2));
            if (predicate.isEmpty()) {
                return Optional.empty();
            }
            predicates.add(predicate.get());
        }
        return Optional.of(new Filter(predicates, from, to));
    }

    private static Optional<Predicate<RecordedSegment>> predicate(String kind, String value) {
        return switch (kind) {
            case "host" ->
                AddressText.host(value)
                        .map(host -> segment -> source(segment).sameHost(host)
                                || destination(segment).sameHost(host));
            case "port" ->
                AddressText.port(value)
                        .map(port -> segment -> segment.sourcePort == port || segment.destinationPort == port);
            case "tuple" -> tuple(value);
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<RecordedSegment>> tuple(String value) {
        int dash = value.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        Optional<Address> first = AddressText.withPort(value.substring(0, dash));
        Optional<Address> second = AddressText.withPort(value.substring(dash + 1));
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Set<Address> ends = Set.of(first.get(), second.get());
        return Optional.of(
                segment -> ends.contains(source(segment)) && ends.contains(destination(segment)) && ends.size() == 2);
    }

    private static Address source(RecordedSegment segment) {
        return new Address(segment.sourceHigh, segment.sourceLow, segment.sourcePort);
    }

    private static Address destination(RecordedSegment segment) {
        return new Address(segment.destinationHigh, segment.destinationLow, segment.destinationPort);
    }

    /** Whether {@code segment} passes in a capture whose first packet has the time {@code start}. */
    boolean passes(RecordedSegment segment, long start) {
        double seconds = (segment.time - start) / 1e9;
        if (seconds < from || seconds > to) {
            return false;
        }
        for (Predicate<RecordedSegment> term : terms) {
            if (!term.test(segment)) {
                return false;
            }
        }
        return true;
    }
}
