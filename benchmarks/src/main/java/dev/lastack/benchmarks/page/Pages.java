package dev.lastack.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Pages of results, replaced as a whole so that an interrupted run leaves none half-written. */
public final class Pages {

    private static final String SECTION = "\n## ";

    private Pages() {}

    public static void replace(Path page, String text) throws IOException {
        Path written = Files.createTempFile(page.toAbsolutePath().getParent(), "page", ".md");
        Files.writeString(written, text);
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(written, page, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The sections of {@code page} from its first second-level heading on; nothing if there is no such page. */
    public static String sections(Path page) throws IOException {
        String text = Files.exists(page) ? Files.readString(page) : "";
        int first = text.indexOf(SECTION);
        return first < 0 ? "" : text.substring(first);
    }

    /** Replaces the section that begins with {@code heading}, or adds it as the last one. */
    public static void replaceSection(Path page, String heading, String text) throws IOException {
        String before = Files.readString(page);
        int start = before.indexOf("\n" + heading);
        int end = start < 0 ? -1 : before.indexOf(SECTION, start + 1);
        String head = start < 0 ? before : before.substring(0, start);
        replace(page, head + "\n" + text + (end < 0 ? "" : before.substring(end)));
    }
}
