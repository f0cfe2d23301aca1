package dev.lastack.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Whatever is written is read back as it was given, but for line breaks in attributes. */
class XmlTest {

    private static final String HARD = "a < b & \"c\" > 'd'\n]]> é ☃ 😀";

    @Test
    void eachElementIsALine() {
        Xml xml = new Xml("  ")
                .document()
                .open("a", "n", 1)
                .empty("b")
                .text("c", "d", "x", "y", "z", 2)
                .close();

        assertThat(xml).hasToString("""
            <?xml version="1.0" encoding="UTF-8"?>
            <a n="1">
              <b/>
              <c x="y" z="2">d</c>
            </a>
            """);
    }

    @Test
    void textAndAttributesAreReadBack() throws Exception {
        Xml xml = new Xml("").document().open("all").text("a", HARD, "of", HARD).close();

        Element a = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.toString().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("a")
                .item(0);

        assertThat(a.getTextContent()).isEqualTo(HARD);
        assertThat(a.getAttribute("of")).isEqualTo(HARD.replace("\n", " "));
    }

    @Test
    void whatActsIsShown() {
        assertThat(new Xml("").text("a", "\u001B[2J", "of", "\u202E"))
                .hasToString("<a of=\"\\u202e\">\\u001b[2J</a>\n");
    }

    @Test
    void aFragmentIsAddedAsItIs() {
        Xml part = new Xml("").text("b", "<");

        assertThat(new Xml("").open("a").add(part).close()).hasToString("<a>\n<b>&lt;</b>\n</a>\n");
    }
}
