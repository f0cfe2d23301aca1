package dev.lastack.cli.reference;

import dev.lastack.scenario.knobs.Knob;
import java.util.List;

/** The knob table as the page {@code docs/knobs.md}. */
final class KnobReference {

    private static final String HEAD = """
        # Knobs

        The knobs of a scenario. `lastack knobs --format markdown` prints this page.

        Durations are numbers of ticks (`3`), multiples of `msl` in ticks (`msl`, `2*msl`, `2*msl-1`) or real time (`200ms`,
        `60s`, `2min`; units `us`, `ms`, `s`, `min`, `h`). With real time, `tick` sets the length of a tick; by default it is
        the largest that divides every real duration. Only with real time may a range of `rto` start at 0 (`0s..60s`).
        """;

    private KnobReference() {}

    static String markdown(List<Knob<?>> knobs) {
        StringBuilder page = new StringBuilder(HEAD);
        section(page, knobs, Knob.Scope.ENDPOINT, """
            ## Endpoint knobs

            `isn: random` sets both endpoints, `A.isn: random` only A, and `A: linux` gives A every endpoint knob
            that the variant `linux` sets.
            """);
        section(page, knobs, Knob.Scope.ENVIRONMENT, """
            ## Environment knobs and bounds
            """);
        return page.toString();
    }

    private static void section(StringBuilder page, List<Knob<?>> knobs, Knob.Scope scope, String head) {
        page.append('\n').append(head).append("""

            | knob | values | default | meaning |
            | --- | --- | --- | --- |
            """);
        knobs.stream()
                .filter(knob -> knob.scope() == scope)
                .forEach(knob -> page.append("| `")
                        .append(knob.name())
                        .append("` | ")
                        .append(knob.type().range())
                        .append(" | ")
                        .append(knob.defaultText())
                        .append(" | ")
                        .append(knob.sentence())
                        .append(" |\n"));
    }
}
