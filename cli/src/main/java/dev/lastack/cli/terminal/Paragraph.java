package dev.lastack.cli.terminal;

/** Breaks lines for a terminal of 100 columns. */
public final class Paragraph {

    private static final int WIDTH = 100;

    private Paragraph() {}

    /** The words of {@code text}, every line beginning with {@code indent}. */
    public static String of(String text, String indent) {
        StringBuilder paragraph = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            if (column == 0) {
                paragraph.append(indent);
                column = indent.length();
            } else if (column + 1 + word.length() > WIDTH) {
                paragraph.append('\n').append(indent).append("    ");
                column = indent.length() + 4;
            } else {
                paragraph.append(' ');
                column++;
            }
            paragraph.append(word);
            column += word.length();
        }
        return paragraph.toString();
    }
}
