package dev.lastack.cli;

/** Quotes a word so that a shell reads it as one. */
final class ShellWord {

    private ShellWord() {}

    static String of(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
