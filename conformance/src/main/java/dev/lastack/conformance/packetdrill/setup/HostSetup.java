package dev.lastack.conformance.packetdrill.setup;

import dev.lastack.conformance.packetdrill.script.Position;
import dev.lastack.conformance.packetdrill.script.Script;
import dev.lastack.conformance.packetdrill.script.ScriptAction;
import dev.lastack.conformance.packetdrill.script.ScriptEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The host that a script's shell lines ask for.
 *
 * @param knobs of the endpoint, written as in a scenario
 * @param synResets a SYN in the window resets a connection, in whatever state (RFC 793 p. 71)
 * @param dropsSynFin a segment with SYN and FIN does not reach TCP
 * @param ignored kernel variables that are set and change nothing here
 * @param unsupported settings that the runner cannot apply
 */
public record HostSetup(
        Map<String, String> knobs,
        boolean synResets,
        boolean dropsSynFin,
        List<String> ignored,
        List<Script.Unsupported> unsupported) {

    /**
     * Reads the shell lines of a script. Those before its first packet or system call set the host up. Later ones may
     * change a variable only if that changes nothing here, or if only shell lines follow: the host is set up once.
     */
    public static HostSetup of(Script script, SourcedFiles files) {
        List<Script.Unsupported> unsupported = new ArrayList<>();
        Map<String, String> variables = new HashMap<>();
        List<ScriptEvent> events = script.events();
        int first = firstDeed(events);
        int last = lastDeed(events);
        for (ScriptEvent event : events.subList(0, first)) {
            apply(event, files, variables, unsupported);
        }
        SysctlKnobs setup = SysctlKnobs.of(script, variables);
        Position begin = events.isEmpty() ? new Position(1, 1) : events.get(0).position();
        setup.refused().forEach(what -> unsupported.add(new Script.Unsupported(begin, what)));
        for (int i = first; i < events.size(); i++) {
            apply(events.get(i), files, variables, unsupported);
            if (i < last && !SysctlKnobs.of(script, variables).sameAs(setup)) {
                unsupported.add(new Script.Unsupported(
                        events.get(i).position(), "a sysctl that changes while the script runs"));
                break;
            }
        }
        List<String> ignored = SysctlKnobs.of(script, variables).ignored();
        return new HostSetup(
                Map.copyOf(setup.knobs()), setup.synResets(), setup.dropsSynFin(), List.copyOf(ignored), unsupported);
    }

    private static int firstDeed(List<ScriptEvent> events) {
        int first = 0;
        while (first < events.size() && events.get(first).action() instanceof ScriptAction.Shell) {
            first++;
        }
        return first;
    }

    private static int lastDeed(List<ScriptEvent> events) {
        int last = events.size() - 1;
        while (last >= 0 && events.get(last).action() instanceof ScriptAction.Shell) {
            last--;
        }
        return last;
    }

    private static void apply(
            ScriptEvent event,
            SourcedFiles files,
            Map<String, String> variables,
            List<Script.Unsupported> unsupported) {
        if (!(event.action() instanceof ScriptAction.Shell shell)) {
            return;
        }
        try {
            for (ShellCommand command : files.commands(shell.text())) {
                if (command instanceof ShellCommand.Setting setting) {
                    variables.put(setting.name(), setting.value());
                } else if (command instanceof ShellCommand.Unknown unknown) {
                    String what = "the shell command " + ScriptAction.Shell.abridged(unknown.text());
                    unsupported.add(new Script.Unsupported(event.position(), what));
                }
            }
        } catch (SourcedFiles.Refused refused) {
            unsupported.add(new Script.Unsupported(event.position(), refused.what()));
        }
    }
}
