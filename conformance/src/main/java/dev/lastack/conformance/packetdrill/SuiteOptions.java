package dev.lastack.conformance.packetdrill;

import dev.lastack.conformance.packetdrill.script.Definitions;
import java.util.List;

/**
 * What a run of scripts takes from whoever starts it.
 *
 * @param tolerance microseconds that a packet, and the end of a call, may be off where the script does not say
 * @param definitions the words that are defined before the first line of each script
 * @param anySynOptions whether the options of an expected SYN are not compared, as if it said {@code <...>}
 */
public record SuiteOptions(long tolerance, Definitions definitions, boolean anySynOptions) {

    /** packetdrill's own tolerance, and nothing defined. */
    public static SuiteOptions usual() {
        return new SuiteOptions(PacketdrillSuite.TOLERANCE, Definitions.of(List.of()), false);
    }
}
