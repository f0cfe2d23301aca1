package dev.lastack.cli.terminal;

import dev.lastack.scenario.text.Escape;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Quotes a word so that a shell reads it as one. */
public final class ShellWord {

    private ShellWord() {}

    public static String of(String word) {
        if (!Escape.lines(word).equals(word) || word.contains("\n")) {
            return "$'" + octal(word) + "'";
        }
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Dollar-single-quotes, POSIX.1-2024 Shell §2.2.4: what a terminal would act on is written in octal. */
    private static String octal(String word) {
        StringBuilder quoted = new StringBuilder();
        for (byte octet : word.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    octet >= ' ' && octet <= '~' && octet != '\'' && octet != '\\' && octet != ':' && octet != '#';
            quoted.append(plain ? String.valueOf((char) octet) : String.format(Locale.ROOT, "\\%03o", octet & 0xff));
        }
        return quoted.toString();
    }
}
