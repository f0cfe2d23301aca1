package dev.lastack.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sections of a page are replaced one by one. */
class PagesTest {

    @TempDir
    Path temporary;

    @Test
    void aSectionIsAddedAndThenReplaced() throws IOException {
        Path page = temporary.resolve("page.md");
        Files.writeString(page, "# Page\n\n| table |\n\n## Other\n\ntext\n");

        Pages.replaceSection(page, "## New", "## New\n\nfirst\n");
        Pages.replaceSection(page, "## Other", "## Other\n\nchanged\n");
        Pages.replaceSection(page, "## New", "## New\n\nsecond\n");

        assertThat(page).hasContent("# Page\n\n| table |\n\n## Other\n\nchanged\n\n## New\n\nsecond\n");
        assertThat(Pages.sections(page)).isEqualTo("\n## Other\n\nchanged\n\n## New\n\nsecond\n");
    }

    @Test
    void aPageWithoutSectionsHasNone() throws IOException {
        assertThat(Pages.sections(temporary.resolve("missing.md"))).isEmpty();
    }
}
