package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the least safe TIME-WAIT says what the checker finds, and its formulas say what its tables do. */
class TimeWaitPageTest {

    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final Path README =
            Path.of("..", "README.md").toAbsolutePath().normalize();
    private static final Path PAGE = DOCS.resolve("time-wait.md");
    private static final boolean REWRITE =
            System.getProperty("lastack.documents", "").equals("rewrite");

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Tag("deep")
    void everyTableAndThePictureCanBeMadeAnew() throws IOException, InterruptedException {
        ConsoleDocument document = new ConsoleDocument(PAGE, folder);
        String run = document.asRun();
        Path picture = DOCS.resolve("time-wait.svg");
        String drawn = Files.readString(folder.resolve("lastack-out/numbers/phase.svg"));
        if (REWRITE) {
            Files.writeString(PAGE, run);
            Files.writeString(picture, drawn);
            return;
        }
        assertThat(withoutTimes(run)).isEqualTo(withoutTimes(document.asWritten()));
        assertThat(Files.readString(picture)).isEqualTo(drawn);
    }

    @Test
    void aPartOfEachTableIsMadeAnew() throws IOException {
        assertThat(rowsOfPart("exchange")).hasSize(6);
        assertThat(rowsOfPart("gaps")).hasSize(2);
        assertThat(rowsOfPart("giving-up")).hasSize(6);
        assertThat(rowsOfPart("handshake")).hasSize(2);
        assertThat(rowsOfPart("numbers")).hasSize(6);
    }

    /** Runs the command of a table for fewer values of some knobs; all rows that it prints are in the table. */
    private List<String> rowsOfPart(String table) throws IOException {
        String command = command(table)
                .replace("msl=1,2", "msl=1")
                .replace("rto=1,2", "rto=1")
                .replace("rto=3,5", "rto=3")
                .replace("loss=none,1,2", "loss=none,1")
                .replace("retransmissions=1,2,3", "retransmissions=1,2")
                .replace("isn=constant,random,monotonic", "isn=random")
                .replace("timestamps=off,on", "timestamps=on")
                .replace("lastack-out", folder.toString());
        Shell.Run run = new Shell().run(command.split(" ", -1));
        List<String> rows = rows(run.out().lines().toList());
        assertThat(rows(table(table))).as(table).containsAll(rows);
        return rows;
    }

    @Test
    void theFormulasAreThoseOfTheTables() throws IOException {
        List<String> exchange = new ArrayList<>(rows(table("exchange")));
        exchange.addAll(rows(table("gaps")));
        for (String row : exchange) {
            Row at = Row.of(row);
            long k = at.last();
            long drained = switch (at.restart()) {
                case "on-answer" -> Math.max(2 * at.msl(), k * at.rto() + at.msl());
                case "on-fin" -> Math.max(3 * at.msl(), k * at.rto() + at.msl());
                default -> drainedWithoutRestart(at);
            };
            boolean copies = at.restart().equals("never") && k > 0 && at.rto() <= 2 * at.msl();
            long clean = k * at.rto() + (copies ? 2 : 1) * at.msl();
            assertThat(row).endsWith(" " + drained + " " + clean);
        }
        for (String row : rows(table("giving-up"))) {
            Row at = Row.of(row);
            long g = (at.last() + 1) * at.rto();
            long empty = Math.max(g, g - at.rto() + at.msl());
            long drained = switch (at.restart()) {
                case "on-answer" -> Math.max(2 * at.msl(), empty);
                case "on-fin" -> Math.max(3 * at.msl(), empty);
                default -> g - at.rto() + 3 * at.msl();
            };
            assertThat(row).endsWith(" " + drained);
        }
        for (String row : rows(table("handshake"))) {
            Row at = Row.of(row);
            long drained = at.last() * at.rto() + 2 * at.msl();
            assertThat(row).endsWith(" " + drained + " " + (drained - at.msl()));
        }
    }

    /** Further copies of the FIN, sent while a copy and its ACK are under way, each draw an answer and that an RST. */
    private static long drainedWithoutRestart(Row at) {
        long copies = 2 * at.msl() / at.rto();
        if (at.last() == 0) {
            return (copies == 0 ? 3 : 4) * at.msl();
        }
        long last = at.last() * at.rto();
        return copies == 0 ? last + 2 * at.msl() : last + copies * at.rto() + 3 * at.msl();
    }

    /** The knobs of a row; the last one is the number of losses or of retransmissions. */
    private record Row(String restart, long msl, long rto, long last) {

        static Row of(String row) {
            String[] words = row.split(" ", -1);
            return new Row(
                    words[0],
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]),
                    words[3].equals("none") ? 0 : Long.parseLong(words[3]));
        }
    }

    @Test
    void thePictureOfTheReadmeIsThatOfItsCommand() throws IOException {
        String command = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("`./lastack sweep "))
                .map(line -> line.replace("`./lastack ", "").replace("`.", ""))
                .findFirst()
                .orElseThrow();
        new Shell().run((command + " -q -o " + folder).split(" ", -1));
        String drawn = Files.readString(folder.resolve("phase.svg"));
        if (REWRITE) {
            Files.writeString(DOCS.resolve("phase.svg"), drawn);
            return;
        }
        assertThat(Files.readString(DOCS.resolve("phase.svg"))).isEqualTo(drawn);
    }

    private static String command(String table) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("$ ./lastack sweep") && line.endsWith("-o lastack-out/" + table))
                .map(line -> line.substring("$ ./lastack ".length()))
                .findFirst()
                .orElseThrow();
    }

    /** The lines that the page shows under the command of a table. */
    private static List<String> table(String name) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int from = lines.indexOf("$ ./lastack " + command(name));
        return lines.subList(from, from + lines.subList(from, lines.size()).indexOf("```"));
    }

    /** The rows of a table, words one space apart, without its head and what stands around it. */
    private static List<String> rows(List<String> lines) {
        List<String> rows = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", -1);
            String last = words[words.length - 1];
            if (words.length > 3 && last.matches("[≤>]?\\d+\\*?|\\?")) {
                rows.add(String.join(" ", Arrays.asList(words)));
            }
        }
        return rows;
    }

    /** How long something took is the machine's business. */
    private static String withoutTimes(String text) {
        return text.replaceAll("\\d+\\.\\d s", "0.0 s");
    }
}
