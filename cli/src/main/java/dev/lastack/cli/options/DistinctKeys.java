package dev.lastack.cli.options;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A repeatable option KEY=VALUE names each key once: picocli would keep the last value and drop the others silently. */
public final class DistinctKeys {

    private DistinctKeys() {}

    /**
     * Checks every such option of the commands in {@code parsed}.
     *
     * @throws ParameterException if a key is named twice
     */
    public static void require(ParseResult parsed) {
        for (ParseResult command = parsed; command != null; command = subcommand(command)) {
            for (OptionSpec option : command.matchedOptionsSet()) {
                if (option.isMultiValue() && Map.class.isAssignableFrom(option.type())) {
                    require(option, command);
                }
            }
        }
    }

    private static void require(OptionSpec option, ParseResult command) {
        Map<String, String> values = new HashMap<>();
        for (String given : option.originalStringValues()) {
            String key = given.substring(0, given.indexOf('='));
            String value = given.substring(key.length() + 1);
            String before = values.putIfAbsent(key, value);
            if (before != null) {
                throw new ParameterException(
                        command.commandSpec().commandLine(),
                        "%s: %s is given twice, '%s' and '%s'".formatted(option.longestName(), key, before, value));
            }
        }
    }

    private static @Nullable ParseResult subcommand(ParseResult command) {
        return command.hasSubcommand() ? command.subcommand() : null;
    }
}
