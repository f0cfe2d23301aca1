package dev.lastack.conformance.packetdrill.setup;

import dev.lastack.conformance.packetdrill.script.Packet;
import dev.lastack.conformance.packetdrill.script.Script;
import dev.lastack.conformance.packetdrill.script.ScriptAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The knobs that a script's kernel variables stand for. */
final class SysctlKnobs {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Script script;
    private final Map<String, String> variables;
    private final Map<String, String> knobs = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private boolean synResets;
    private boolean dropSynFin;

    private SysctlKnobs(Script script, Map<String, String> variables) {
        this.script = script;
        this.variables = new TreeMap<>(variables);
    }

    /**
     * Reads every variable.
     *
     * @param variables the value of each, as the script writes it
     */
    static SysctlKnobs of(Script script, Map<String, String> variables) {
        SysctlKnobs all = new SysctlKnobs(script, variables);
        all.variables.keySet().forEach(all::read);
        return all;
    }

    private void read(String variable) {
        SysctlEffects.Effect effect = SysctlEffects.of(variable).orElse(null);
        if (effect == null) {
            ignored.add(variable);
            return;
        }
        String shown = "the sysctl " + variable + "=" + variables.get(variable);
        OptionalLong value = value(variable);
        if (value.isEmpty()) {
            refused.add(shown + ", which is no whole number,");
            return;
        }
        try {
            effect.on(this, value.getAsLong());
        } catch (SysctlEffects.Unfit unfit) {
            refused.add(shown + " (" + unfit.why() + ")");
        }
    }

    void set(String knob, String value) {
        knobs.put(knob, value);
    }

    /** RFC 793 p. 71: a SYN in the window resets the connection. TIME-WAIT has a knob for it, no other state has. */
    void synResets(boolean on) {
        synResets = on;
        if (on) {
            set("time-wait.syn", "reset");
        }
    }

    /** A segment with SYN and FIN does not reach TCP. */
    void dropSynFin(boolean on) {
        dropSynFin = on;
    }

    /** The number that the script gives a variable. */
    OptionalLong value(String variable) {
        String text = variables.getOrDefault(variable, "");
        return NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** How often the script expects a packet with these flags. */
    long transmissions(String flags) {
        return script.events().stream()
                .filter(event ->
                        event.action() instanceof ScriptAction.Exchange exchange && is(exchange.packet(), flags))
                .count();
    }

    private static boolean is(Packet packet, String flags) {
        return !packet.inbound() && packet.flags().equals(flags);
    }

    Map<String, String> knobs() {
        return knobs;
    }

    boolean synResets() {
        return synResets;
    }

    boolean dropsSynFin() {
        return dropSynFin;
    }

    /** Variables that change nothing here. */
    List<String> ignored() {
        return ignored;
    }

    /** Variables whose value the endpoint cannot have, with the reason. */
    List<String> refused() {
        return refused;
    }

    /** Whether an endpoint set up so is the same. */
    boolean sameAs(SysctlKnobs other) {
        return knobs.equals(other.knobs)
                && Objects.equals(refused, other.refused)
                && synResets == other.synResets
                && dropSynFin == other.dropSynFin;
    }
}
