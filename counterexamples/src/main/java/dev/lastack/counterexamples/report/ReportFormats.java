package dev.lastack.counterexamples.report;

import java.util.List;
import java.util.Optional;

/** Every form of report. */
public final class ReportFormats {

    private static final List<ReportFormat> ALL = List.of(new JUnitXml(), new Sarif(), new Markdown());

    private ReportFormats() {}

    public static List<String> names() {
        return ALL.stream().map(ReportFormat::name).toList();
    }

    /** The form of that name. */
    public static Optional<ReportFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
