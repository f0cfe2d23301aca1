package dev.lastack.probe.report;

import dev.lastack.probe.comparison.Comparison;
import dev.lastack.probe.comparison.Difference;
import dev.lastack.probe.comparison.Row;
import dev.lastack.probe.measurement.Response;
import dev.lastack.probe.walk.WalkDivergence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A report as one JSON document, which {@code docs/stacks.md} describes. */
public final class ProbeJson {

    /** Rises with every change that could break a reader. */
    private static final int SCHEMA_VERSION = 1;

    private ProbeJson() {}

    private record Document(
            int version,
            String stack,
            String release,
            Map<String, String> sysctls,
            List<Knob> knobs,
            Map<String, String> further,
            Map<String, String> notObservable,
            List<Step> differences,
            List<WalkStep> walks) {}

    private record Knob(String knob, String setting, String stated, String measured, String verdict) {}

    private record Step(String step, Outcome measured, Outcome variant) {}

    private record WalkStep(
            String walk, dev.lastack.probe.walk.StackOutcome measured, dev.lastack.probe.walk.StackOutcome variant) {}

    private static WalkStep walk(WalkDivergence divergence) {
        return new WalkStep(divergence.walk().toString(), divergence.measured(), divergence.variant());
    }

    private record Outcome(String reply, String state, boolean restarted, long accepted, boolean stamped) {}

    public static String of(ProbeReport report) {
        Document document = new Document(
                SCHEMA_VERSION,
                report.stack().toString(),
                report.version(),
                report.sysctls(),
                report.rows().stream().map(ProbeJson::knob).toList(),
                report.further(),
                Comparison.notObservable(report.stack()),
                report.differences().stream().map(ProbeJson::step).toList(),
                report.divergences().stream().map(ProbeJson::walk).toList());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    private static Knob knob(Row row) {
        String verdict = row.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Knob(row.knob(), row.setting().toString(), row.stated(), row.measured(), verdict);
    }

    private static Step step(Difference difference) {
        return new Step(
                difference.question().toString(), outcome(difference.measured()), outcome(difference.variant()));
    }

    private static Outcome outcome(Response response) {
        return new Outcome(
                response.reply(),
                response.state().toString(),
                response.restarted(),
                response.accepted(),
                response.stamped());
    }
}
