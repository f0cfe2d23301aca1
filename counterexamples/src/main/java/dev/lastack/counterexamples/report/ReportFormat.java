package dev.lastack.counterexamples.report;

import java.util.List;

/** Writes the verdicts of some scenarios for a machine or a page. */
public interface ReportFormat {

    /** Its name on the command line. */
    String name();

    /** The report as UTF-8 text, complete. */
    byte[] write(List<Suite> suites);

    /** The report on scenarios. */
    default byte[] render(List<CheckedScenario> scenarios) {
        return write(scenarios.stream().map(CheckedScenario::suite).toList());
    }
}
