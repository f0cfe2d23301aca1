package dev.lastack.scenario.text;

import com.google.common.html.HtmlEscapers;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text from users safe to show, with one method for each target. Text from users is whatever lastack did not write
 * itself: descriptions, reasons, names, formulas, file names, trace files and scripts.
 *
 * <p>Every target first replaces the characters that act instead of being seen ({@link #UNSEEN}): a terminal executes escape
 * sequences, a carriage return overwrites a verdict, and an override of the writing direction reorders a line.
 */
public final class Escape {

    /** Control characters except line feed and tab, lone surrogates, separators of lines, overrides of the writing direction. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

    /** A runner of GitHub takes a line that begins with :: for a command, and ##[ at any place. */
    private static final Pattern WORKFLOW_COMMAND = Pattern.compile("^\\s*:(?=:)|#(?=#\\[)", Pattern.MULTILINE);

    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_\\[\\]|~]");

    private Escape() {}

    /** Lines for a terminal or a log: the line breaks stay, and everything else that acts is written as backslash u. */
    public static String lines(String text) {
        String seen = UNSEEN.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(code(match.group().charAt(0))));
        return WORKFLOW_COMMAND.matcher(seen).replaceAll(match -> {
            String words = match.group();
            int last = words.length() - 1;
            return Matcher.quoteReplacement(words.substring(0, last) + code(words.charAt(last)));
        });
    }

    /** One line for a terminal or a log: line breaks become spaces. */
    public static String line(String text) {
        return lines(LINE_BREAK.matcher(text.strip()).replaceAll(" "));
    }

    /** The message of a workflow command of GitHub. */
    public static String annotation(String text) {
        return line(text).replace("%", "%25");
    }

    /** The value of a property of a workflow command of GitHub, which ends at a comma or colon. */
    public static String annotationProperty(String text) {
        return annotation(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** A cell of a Markdown table, a heading, or words within a paragraph. */
    public static String markdown(String text) {
        String literal = MARKDOWN.matcher(line(text)).replaceAll("\\\\$0");
        return literal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A block of Markdown that is shown as it is; its fence is longer than any run of backticks in it. */
    public static String markdownBlock(String text) {
        String shown = lines(text);
        int fence = 3;
        while (shown.contains("`".repeat(fence))) {
            fence++;
        }
        return "`".repeat(fence) + "text\n" + shown + (shown.endsWith("\n") ? "" : "\n") + "`".repeat(fence) + "\n";
    }

    /** Text between the tags of HTML, or the value of an attribute between quotes. */
    public static String html(String text) {
        return HtmlEscapers.htmlEscaper().escape(lines(text));
    }

    /** JSON within a script element of HTML, which must not contain what would end the element. */
    public static String script(String json) {
        return json.replace("<", code('<'));
    }

    private static String code(char unseen) {
        return String.format(Locale.ROOT, "\\u%04x", (int) unseen);
    }
}
