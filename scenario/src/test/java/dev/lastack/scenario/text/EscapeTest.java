package dev.lastack.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Whatever stands in a text, its target shows it and executes nothing. */
class EscapeTest {

    /** Written without the class under test: every character that a terminal, a log or a reader of lines acts on. */
    private static final Pattern ACTS =
            Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private static final Pattern ACTS_IN_LINES = Pattern.compile(ACTS.pattern().replace("[", "(?![\\n\\t])["));

    /** Text of the characters that mean something somewhere, and of any others. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "\n",
                                "\r",
                                "\t",
                                "\u001b[31m",
                                "\u009b2J",
                                "\u0000",
                                "\u007f",
                                "\u2028",
                                "\u202e",
                                "\ud800",
                                "::",
                                "##[error]",
                                "::error::",
                                "%",
                                "%0A",
                                ":",
                                ",",
                                "|",
                                "`",
                                "```",
                                "*",
                                "_",
                                "[x](y)",
                                "![",
                                "\\",
                                "<",
                                ">",
                                "&",
                                "&lt;",
                                "\"",
                                "'",
                                "</script>",
                                "<!--",
                                "]]>",
                                " "),
                        Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property
    void aTerminalGetsOneLineWithNothingThatActs(@ForAll("texts") String text) {
        String line = Escape.line(text);

        assertThat(withoutTabs(line)).doesNotContainPattern(ACTS);
        assertThat(line.stripLeading()).doesNotStartWith("::").doesNotContain("##[");
        assertThat(Escape.line(line)).isEqualTo(line);
    }

    @Property
    void linesKeepTheirBreaksAndNothingElseThatActs(@ForAll("texts") String text) {
        String lines = Escape.lines(text);

        assertThat(lines).doesNotContainPattern(ACTS_IN_LINES).doesNotContain("##[");
        assertThat(lines.lines().map(String::stripLeading)).noneMatch(line -> line.startsWith("::"));
        assertThat(lines.chars().filter(c -> c == '\n').count())
                .isEqualTo(text.chars().filter(c -> c == '\n').count());
    }

    @Property
    void anAnnotationIsOneLineThatTheRunnerReadsBack(@ForAll("texts") String text) {
        String property = Escape.annotationProperty(text);

        assertThat(withoutTabs(Escape.annotation(text))).doesNotContainPattern(ACTS);
        assertThat(property).doesNotContainPattern("[:,\\r\\n]").doesNotContainPattern("%(?!25|3A|2C)");
        assertThat(property.replace("%2C", ",").replace("%3A", ":").replace("%25", "%"))
                .isEqualTo(Escape.line(text));
    }

    @Property
    void aCellOfMarkdownStaysOneCellWithoutMarkup(@ForAll("texts") String text) {
        String cell = Escape.markdown(text);

        assertThat(withoutTabs(cell)).doesNotContainPattern(ACTS);
        assertThat(cell.replaceAll("\\\\[\\\\`*_\\[\\]|~]", ""))
                .doesNotContainPattern("[\\\\`*_\\[\\]|~<>]")
                .doesNotContainPattern("&(?!amp;|lt;|gt;)");
    }

    @Property
    void aBlockOfMarkdownEndsAtItsOwnFence(@ForAll("texts") String text) {
        String block = Escape.markdownBlock(text);
        String fence = block.substring(0, block.indexOf("text"));

        assertThat(block.indexOf(fence, fence.length())).isEqualTo(block.length() - fence.length() - 1);
        assertThat(block.charAt(block.indexOf(fence, fence.length()) - 1)).isEqualTo('\n');
    }

    @Property
    void xmlIsReadBackAsItIsShown(@ForAll("texts") String text) throws Exception {
        String document = new Xml("").text("a", text, "b", text).toString();

        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(document)))
                .getDocumentElement();

        assertThat(root.getAttribute("b")).isEqualTo(known(Escape.lines(text)).replaceAll("[\\n\\t]", " "));
        assertThat(root.getTextContent()).isEqualTo(known(Escape.lines(text)));
    }

    @Property
    void htmlHasNoMarkupOfTheText(@ForAll("texts") String text) {
        assertThat(Escape.html(text)).doesNotContainPattern("[<>\"']").doesNotContainPattern(ACTS_IN_LINES);
        assertThat(Escape.script("{\"a\": \"" + text + "\"}")).doesNotContain("<");
    }

    @Test
    void whatWasThereIsStillSeen() {
        assertThat(Escape.line(" two\n  words\u001b[31m")).isEqualTo("two words\\u001b[31m");
        assertThat(Escape.line("::error::x ##[group]")).isEqualTo("\\u003a:error::x \\u0023#[group]");
        assertThat(Escape.line("größe, ✓ 🙂 100 %")).isEqualTo("größe, ✓ 🙂 100 %");
        assertThat(Escape.annotationProperty("C:\\a,b 5%")).isEqualTo("C%3A\\a%2Cb 5%25");
        assertThat(Escape.markdown("a|b `c` <d>")).isEqualTo("a\\|b \\`c\\` &lt;d&gt;");
    }

    private static String withoutTabs(String text) {
        return text.replace("\t", "");
    }

    /** XML 1.0 has no way to write these two. */
    private static String known(String text) {
        return text.replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd');
    }
}
