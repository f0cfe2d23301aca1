package dev.lastack.conformance.packetdrill.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shell command of a script, as far as a run has to know it. */
sealed interface ShellCommand {

    /** A kernel variable gets a value. */
    record Setting(String name, String value) implements ShellCommand {}

    /** Another file is run, with the path that the script writes. */
    record Sourced(String path) implements ShellCommand {}

    /** Anything else. */
    record Unknown(String text) implements ShellCommand {}

    /** Commands that set up the packetdrill tool's own device or caches: no TCP endpoint sees them. */
    Set<String> AROUND = Set.of("true", ":", "tc qdisc", "ip tcp_metrics", "ethtool -K");

    Pattern ASSIGNMENT = Pattern.compile("([A-Za-z0-9_./-]+)=(.*)", Pattern.DOTALL);
    String PROC = "/proc/sys/";

    /** The commands of shell text; those without effect here are left out. */
    static List<ShellCommand> read(String text) {
        List<ShellCommand> commands = new ArrayList<>();
        for (List<String> words : ShellText.commands(text)) {
            commands.addAll(command(words));
        }
        return commands;
    }

    private static List<ShellCommand> command(List<String> words) {
        String program = words.get(0);
        String name = program.substring(program.lastIndexOf('/') + 1);
        if (name.equals("sysctl") || name.equals("set_sysctls.py")) {
            return settings(words);
        }
        if ((program.equals(".") || program.equals("source")) && words.size() == 2) {
            return List.of(new Sourced(words.get(1)));
        }
        if (words.size() == 1 && name.startsWith("sysctl_restore_")) {
            return List.of(); // set_sysctls.py wrote it: the values from before the script
        }
        if (words.size() == 1 && name.endsWith(".sh")) {
            return List.of(new Sourced(program));
        }
        boolean around = AROUND.contains(name) || (words.size() > 1 && AROUND.contains(name + " " + words.get(1)));
        return around ? List.of() : List.of(unknown(words));
    }

    /** {@code sysctl [-q|-w|-e|-n] NAME=VALUE…} or {@code set_sysctls.py /proc/sys/…=VALUE…}. */
    private static List<ShellCommand> settings(List<String> words) {
        List<ShellCommand> settings = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            Matcher assignment = ASSIGNMENT.matcher(word);
            if (assignment.matches()) {
                settings.add(new Setting(variable(assignment.group(1)), assignment.group(2)));
            } else if (!word.matches("-[qwen]+")) {
                return List.of(unknown(words));
            }
        }
        return settings.isEmpty() ? List.of(unknown(words)) : settings;
    }

    private static String variable(String name) {
        return (name.startsWith(PROC) ? name.substring(PROC.length()) : name).replace('/', '.');
    }

    private static Unknown unknown(List<String> words) {
        return new Unknown(String.join(" ", words));
    }
}
