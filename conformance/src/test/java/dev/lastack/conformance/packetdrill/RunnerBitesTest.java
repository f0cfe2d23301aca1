package dev.lastack.conformance.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.packetdrill.script.EventTime;
import dev.lastack.conformance.packetdrill.script.Packet;
import dev.lastack.conformance.packetdrill.script.Script;
import dev.lastack.conformance.packetdrill.script.ScriptAction;
import dev.lastack.conformance.packetdrill.script.ScriptEvent;
import dev.lastack.conformance.packetdrill.script.TcpOption;
import dev.lastack.conformance.packetdrill.setup.HostSetup;
import dev.lastack.conformance.packetdrill.setup.SourcedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A script that expects anything but what the stack sends, in any one field of any one packet, does not pass. */
class RunnerBitesTest {

    private static final SourcedFiles NOTHING_SOURCED = new SourcedFiles(Path.of(""), Path.of("mutant"));

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
            for (ScriptEvent mutant : mutants(script.events().get(i))) {
                if (run(script, i, mutant).status() != ScriptResult.Status.FAILED) {
                    unnoticed.add(mutant.position() + " " + mutant.action());
                }
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    private static ScriptResult run(Script script, int index, ScriptEvent mutant) {
        List<ScriptEvent> events = new ArrayList<>(script.events());
        events.set(index, mutant);
        Script changed = new Script(script.options(), events, script.unsupported());
        return new ScriptRun(
                        "mutant",
                        changed,
                        HostSetup.of(changed, NOTHING_SOURCED),
                        ScriptStackFactory.endpoint(),
                        SuiteOptions.usual())
                .run();
    }

    private static List<ScriptEvent> mutants(ScriptEvent event) {
        if (event.action() instanceof ScriptAction.SystemCall call) {
            return List.of(with(
                    event,
                    event.time(),
                    new ScriptAction.SystemCall(
                            call.name(), call.arguments(), call.end(), call.result(), other(call.error()))));
        }
        Packet packet = ((ScriptAction.Exchange) event.action()).packet();
        if (packet.inbound()) {
            return List.of();
        }
        List<Packet> others = new ArrayList<>(List.of(
                packet.withFlags(packet.has('P') ? packet.flags().replace("P", "") : packet.flags() + "P"),
                packet.withFlags(packet.has('R') ? "." : packet.flags() + "R"),
                packet.withRange(packet.sequence(), packet.length() + 1),
                // No endpoint here ever advertises a window of one octet.
                packet.withWindow(1)));
        if (packet.has('.')) {
            others.add(packet.withAck(OptionalLong.of(packet.ack().orElse(0) + 1)));
        }
        if (!packet.has('S')) {
            others.add(packet.withRange(packet.sequence() + 1, packet.length()));
        }
        packet.options().ifPresent(options -> others.addAll(otherOptions(packet, options)));
        List<ScriptEvent> mutants = new ArrayList<>();
        others.forEach(other -> mutants.add(with(event, event.time(), new ScriptAction.Exchange(other))));
        if (event.time().kind() == EventTime.Kind.RELATIVE) {
            EventTime later = new EventTime(
                    event.time().kind(),
                    event.time().from() + 20_000,
                    event.time().until() + 20_000);
            mutants.add(with(event, later, event.action()));
        }
        return mutants;
    }

    /** One option too many, and each option missing or with another value. */
    private static List<Packet> otherOptions(Packet packet, List<TcpOption> options) {
        List<Packet> others = new ArrayList<>();
        List<TcpOption> more = new ArrayList<>(options);
        more.add(new TcpOption(TcpOption.Kind.NOP, List.of()));
        others.add(packet.withOptions(Optional.of(more)));
        for (int i = 0; i < options.size(); i++) {
            List<TcpOption> fewer = new ArrayList<>(options);
            TcpOption option = fewer.remove(i);
            others.add(packet.withOptions(Optional.of(fewer)));
            if (!option.values().isEmpty()) {
                List<Long> values = new ArrayList<>(option.values());
                // The last value of TS is TSecr; a TSval ticks as fast as the stack likes.
                values.set(values.size() - 1, values.get(values.size() - 1) + 1);
                List<TcpOption> changed = new ArrayList<>(options);
                changed.set(i, new TcpOption(option.kind(), values));
                others.add(packet.withOptions(Optional.of(changed)));
            }
        }
        return others;
    }

    private static String other(String error) {
        return error.isEmpty() ? "EINVAL" : "";
    }

    private static ScriptEvent with(ScriptEvent event, EventTime time, ScriptAction action) {
        return new ScriptEvent(time, action, event.position());
    }
}
