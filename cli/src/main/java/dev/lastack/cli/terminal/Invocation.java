package dev.lastack.cli.terminal;

/** How lastack was called, so that commands that it prints can be pasted. */
public final class Invocation {

    private Invocation() {}

    /** The command as the user wrote it, which the launcher passes on; quoted for a shell. */
    public static String name() {
        return ShellWord.of(System.getProperty("lastack.command", "lastack"));
    }
}
