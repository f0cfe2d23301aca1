package dev.lastack.cli.reference;

import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.scenario.knobs.Knobs;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lastack knobs}. */
@Command(
        name = "knobs",
        description = "Lists the knobs of a scenario with their values, defaults and meanings.",
        mixinStandardHelpOptions = true)
public final class KnobsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}: for a terminal, as the reference page, or as a JSON schema for editors.")
    private Format format = Format.TEXT;

    public KnobsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The forms of the table. */
    enum Format {
        TEXT,
        MARKDOWN,
        SCHEMA;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        terminal.out()
                .print(
                        switch (format) {
                            case TEXT -> KnobList.text(Knobs.all());
                            case MARKDOWN -> KnobReference.markdown(Knobs.all());
                            case SCHEMA -> KnobSchema.json(Knobs.all());
                        });
        return ExitCode.OK.code();
    }
}
