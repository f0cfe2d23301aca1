package dev.lastack.properties.analysis;

import com.google.common.hash.Hashing;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The results of a sweep as comma-separated values (RFC 4180): a column for each varied knob, one for each claim, the
 * scenario that is varied, the number of states (of host values where the hull decided all claims), the safety argument, the price in seconds and connections a second, and a
 * note. Times of searching are left out, so that the same sweep gives the same table.
 */
public final class SweepTable {

    private static final List<String> FIXED =
            List.of("scenario", "states", "argument", "time-wait seconds", "connections/s", "note");

    private final List<String> knobs;
    private final List<String> claims;
    private final String scenario;

    private SweepTable(List<String> knobs, List<String> claims, String scenario) {
        this.knobs = knobs;
        this.claims = claims;
        this.scenario = scenario;
    }

    /** The table that {@code sweep} fills. */
    public static SweepTable of(Sweep sweep) {
        return new SweepTable(
                List.copyOf(sweep.cells().get(0).settings().keySet()),
                sweep.claims().stream().map(Claim::id).toList(),
                fingerprint(sweep.base()));
    }

    /** Name and knobs, so that results of a scenario that has been changed since are never taken for those of this one. */
    private static String fingerprint(Scenario base) {
        String knobs = new TreeMap<>(base.statement().settings()).toString();
        return base.name() + "#"
                + Hashing.sha256()
                        .hashString(knobs, StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 12);
    }

    /** The line of column names. */
    public String header() {
        List<String> columns = new ArrayList<>(knobs);
        columns.addAll(claims);
        columns.addAll(FIXED);
        return line(columns);
    }

    /** One line of results. */
    public String line(CellResult result) {
        List<String> values = new ArrayList<>(result.cell().settings().values());
        claims.forEach(claim -> values.add(
                result.outcomes().getOrDefault(claim, Outcome.INCONCLUSIVE).toString()));
        values.add(scenario);
        values.add(Long.toString(result.distinct()));
        values.add(result.argument().word());
        values.add(result.price().map(Price::seconds).orElse(""));
        values.add(result.price().map(Price::rate).orElse(""));
        values.add(result.note());
        return line(values);
    }

    /** Header and all lines. */
    public String text(List<CellResult> results) {
        StringBuilder text = new StringBuilder(header());
        results.forEach(result -> text.append(line(result)));
        return text.toString();
    }

    /**
     * The finished results of an earlier run by their settings. An incomplete last line, of a run that was killed, is passed
     * over, and so is a cell that a limit ended.
     *
     * @throws ScenarioException if the file is the table of another sweep or scenario, or no table
     */
    public Map<Map<String, String>, CellResult> read(Reader csv, String name) {
        Map<Map<String, String>, CellResult> done = new HashMap<>();
        try (csv) {
            List<CSVRecord> lines = CSVFormat.RFC4180.parse(csv).getRecords();
            if (lines.isEmpty()) {
                return done;
            }
            if (!line(lines.get(0).toList()).equals(header())) {
                throw new ScenarioException(
                        Place.of(name), "holds the results of another sweep: its columns are not those of this one");
            }
            for (CSVRecord line : lines.subList(1, lines.size())) {
                if (line.size() == knobs.size() + claims.size() + FIXED.size()) {
                    CellResult result = parse(line, name);
                    if (result.finished()) {
                        done.put(result.cell().settings(), result);
                    }
                }
            }
            return done;
        } catch (IOException | UncheckedIOException e) {
            throw new ScenarioException(Place.of(name), "cannot be read as a table: " + e.getMessage());
        }
    }

    private CellResult parse(CSVRecord line, String name) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < knobs.size(); i++) {
            settings.put(knobs.get(i), line.get(i));
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            outcomes.put(claims.get(i), outcome(line.get(knobs.size() + i), line, name));
        }
        int fixed = knobs.size() + claims.size();
        if (!line.get(fixed).equals(scenario)) {
            throw refused(
                    line,
                    name,
                    "is a result of " + line.get(fixed) + ", and this sweep is of " + scenario
                            + ": another scenario, or one with other knobs");
        }
        return new CellResult(
                new Cell((int) line.getRecordNumber() - 2, settings),
                outcomes,
                states(line.get(fixed + 1), line, name),
                line.get(fixed + 5),
                Optional.empty(),
                Optional.empty());
    }

    private static long states(String word, CSVRecord line, String name) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw refused(line, name, "'" + word + "' is no number of states");
        }
    }

    private static Outcome outcome(String word, CSVRecord line, String name) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.toString().equals(word)) {
                return outcome;
            }
        }
        throw refused(line, name, "'" + word + "' is no verdict");
    }

    private static ScenarioException refused(CSVRecord line, String name, String why) {
        return new ScenarioException(new Place(name, (int) line.getRecordNumber(), 1), why);
    }

    private static String line(List<String> values) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
