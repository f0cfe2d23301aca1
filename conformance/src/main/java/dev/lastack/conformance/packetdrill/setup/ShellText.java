package dev.lastack.conformance.packetdrill.setup;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits shell text into commands and words, as far as scripts need it: quotes, escapes, continued lines, comments,
 * redirections. Nothing is expanded and nothing is run; text that needs more of the shell stays as it is and is no command
 * that anybody knows.
 */
final class ShellText {

    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private int at;

    private ShellText(String text) {
        this.text = text;
    }

    /** The words of each command; none is empty. A pipeline is one command: what it does is not the sum of its parts. */
    static List<List<String>> commands(String text) {
        ShellText shell = new ShellText(text.replace("\\\r\n", " ").replace("\\\n", " "));
        while (shell.at < shell.text.length()) {
            shell.next();
        }
        shell.endCommand();
        return shell.commands;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n' || c == ';') {
            at++;
            endCommand();
        } else if (text.startsWith("&&", at)) {
            at += 2;
            endCommand();
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '#') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else {
            word();
        }
    }

    private void endCommand() {
        if (!words.isEmpty()) {
            commands.add(words);
            words = new ArrayList<>();
        }
    }

    private void word() {
        StringBuilder word = new StringBuilder();
        while (at < text.length() && !endsWord()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                quoted(c, word);
            } else if (c == '\\' && at + 1 < text.length()) {
                word.append(text.charAt(at + 1));
                at += 2;
            } else {
                word.append(c);
                at++;
            }
        }
        add(word.toString());
    }

    private boolean endsWord() {
        char c = text.charAt(at);
        return Character.isWhitespace(c) || c == ';' || text.startsWith("&&", at);
    }

    private void quoted(char quote, StringBuilder word) {
        int end = text.indexOf(quote, at + 1);
        int close = end < 0 ? text.length() : end;
        word.append(text, at + 1, close);
        at = Math.min(close + 1, text.length());
    }

    /** Where the output goes does not matter: {@code >file}, {@code > file}, {@code 2>&1}. */
    private void add(String word) {
        boolean awaitsTarget = !words.isEmpty() && words.get(words.size() - 1).matches("\\d?>{1,2}");
        if (awaitsTarget) {
            words.remove(words.size() - 1);
        } else if (!word.matches("\\d?>{1,2}(&\\d|[^&|].*)")) {
            words.add(word);
        }
    }
}
