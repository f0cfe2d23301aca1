package dev.lastack.scenario.text;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML, an element in a line. Text and attributes may be a user's: characters that act are replaced, see {@link Escape}, and
 * an attribute is one line, because a reader takes a line break in it for a space. Attributes are names and values in turn.
 */
public final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter writer;
    private final String indent;
    private int depth;

    /** A fragment, each level of which is indented by {@code indent}. */
    public Xml(String indent) {
        this.indent = indent;
        try {
            this.writer = FACTORY.createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The head of a document. */
    public Xml document() {
        return write(() -> {
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeCharacters("\n");
        });
    }

    /** Opens an element that others follow in. */
    public Xml open(String element, Object... attributes) {
        return write(() -> {
            indent();
            writer.writeStartElement(element);
            attributes(attributes);
            writer.writeCharacters("\n");
            depth++;
        });
    }

    /** Closes the element opened last. */
    public Xml close() {
        return write(() -> {
            depth--;
            indent();
            writer.writeEndElement();
            writer.writeCharacters("\n");
        });
    }

    /** An element with nothing in it. */
    public Xml empty(String element, Object... attributes) {
        return write(() -> {
            indent();
            writer.writeEmptyElement(element);
            attributes(attributes);
            writer.writeCharacters("\n");
        });
    }

    /** An element with {@code text} in it. */
    public Xml text(String element, String text, Object... attributes) {
        return write(() -> {
            indent();
            writer.writeStartElement(element);
            attributes(attributes);
            writer.writeCharacters(known(text));
            writer.writeEndElement();
            writer.writeCharacters("\n");
        });
    }

    /** What {@code fragment} has written so far. */
    public Xml add(Xml fragment) {
        return write(() -> {
            writer.flush();
            out.append(fragment.toString());
        });
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(
                    attributes[i].toString(),
                    known(attributes[i + 1].toString()).replace('\n', ' '));
        }
    }

    /** XML has no place for the last two numbers of Unicode's first plane, which stand for no character. */
    private static String known(String text) {
        return Escape.lines(text).replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
    }

    private void indent() throws XMLStreamException {
        writer.writeCharacters(indent.repeat(depth));
    }

    /** A write, which to memory does not fail. */
    private interface Write {

        void run() throws XMLStreamException;
    }

    private Xml write(Write write) {
        try {
            write.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        write(writer::flush);
        return out.toString();
    }
}
