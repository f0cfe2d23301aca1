package dev.lastack.properties.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.properties.packetdrill.script.Action;
import dev.lastack.properties.packetdrill.script.Event;
import dev.lastack.properties.packetdrill.script.EventTime;
import dev.lastack.properties.packetdrill.script.Packet;
import dev.lastack.properties.packetdrill.script.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A script that expects anything but what the stack sends, in any one field of any one packet, does not pass. */
class RunnerBitesTest {

    static Stream<Path> scripts() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/packetdrill/connections"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyChangedExpectationIsNoticed(Path file) throws Exception {
        Script script = Script.parse(Files.readString(file));
        List<String> unnoticed = new ArrayList<>();

        for (int i = 0; i < script.events().size(); i++) {
            for (Event mutant : mutants(script.events().get(i))) {
                if (run(script, i, mutant).status() != ScriptResult.Status.FAILED) {
                    unnoticed.add(mutant.position() + " " + mutant.action());
                }
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    private static ScriptResult run(Script script, int index, Event mutant) {
        List<Event> events = new ArrayList<>(script.events());
        events.set(index, mutant);
        Script changed = new Script(script.options(), events, script.unsupported());
        return new ScriptRun("mutant", changed, StackFactory.endpoint()).run();
    }

    private static List<Event> mutants(Event event) {
        if (event.action() instanceof Action.SystemCall call) {
            return List.of(with(
                    event,
                    event.time(),
                    new Action.SystemCall(
                            call.name(), call.arguments(), call.end(), call.result(), other(call.error()))));
        }
        Packet packet = ((Action.Exchange) event.action()).packet();
        if (packet.inbound()) {
            return List.of();
        }
        List<Event> mutants = new ArrayList<>();
        mutants.add(changed(event, packet, p -> p.has('P') ? p.flags().replace("P", "") : p.flags() + "P"));
        mutants.add(changed(event, packet, p -> p.has('R') ? "." : p.flags() + "R"));
        mutants.add(longer(event, packet));
        if (packet.has('.')) {
            mutants.add(acknowledging(event, packet));
        }
        if (event.time().kind() == EventTime.Kind.RELATIVE) {
            EventTime later = new EventTime(
                    event.time().kind(),
                    event.time().from() + 20_000,
                    event.time().until() + 20_000);
            mutants.add(with(event, later, event.action()));
        }
        mutants.add(with(event, event.time(), windowed(packet)));
        return mutants;
    }

    private static String other(String error) {
        return error.isEmpty() ? "EINVAL" : "";
    }

    private static Event with(Event event, EventTime time, Action action) {
        return new Event(time, action, event.position());
    }

    private static Event changed(Event event, Packet packet, Function<Packet, String> flags) {
        return with(
                event,
                event.time(),
                new Action.Exchange(new Packet(
                        false,
                        packet.ports(),
                        flags.apply(packet),
                        packet.sequence(),
                        packet.length(),
                        packet.ack(),
                        packet.window(),
                        packet.urgent(),
                        packet.options())));
    }

    private static Event longer(Event event, Packet packet) {
        return with(
                event,
                event.time(),
                new Action.Exchange(new Packet(
                        false,
                        packet.ports(),
                        packet.flags(),
                        packet.sequence(),
                        packet.length() + 1,
                        packet.ack(),
                        packet.window(),
                        packet.urgent(),
                        packet.options())));
    }

    private static Event acknowledging(Event event, Packet packet) {
        return with(
                event,
                event.time(),
                new Action.Exchange(new Packet(
                        false,
                        packet.ports(),
                        packet.flags(),
                        packet.sequence(),
                        packet.length(),
                        OptionalLong.of(packet.ack().orElse(0) + 1),
                        packet.window(),
                        packet.urgent(),
                        packet.options())));
    }

    /** No endpoint here ever advertises a window of one octet. */
    private static Action windowed(Packet packet) {
        return new Action.Exchange(new Packet(
                false,
                packet.ports(),
                packet.flags(),
                packet.sequence(),
                packet.length(),
                packet.ack(),
                OptionalInt.of(1),
                packet.urgent(),
                packet.options()));
    }
}
