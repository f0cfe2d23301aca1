package dev.lastack.probe.report;

import dev.lastack.probe.comparison.Comparison;
import dev.lastack.probe.comparison.Difference;
import dev.lastack.probe.comparison.Row;
import dev.lastack.probe.measurement.Response;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.probe.walk.WalkDivergence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for people. */
public final class ProbeText {

    private static final String GAP = "  ";

    private ProbeText() {}

    public static String of(ProbeReport report) {
        StringBuilder text = new StringBuilder(
                report.stack().title() + " " + report.version() + " against the variant " + report.stack() + "\n\n");
        text.append(table(report));
        list(text, "Measured without a knob", report.further());
        list(text, "Not observable", Comparison.notObservable(report.stack()));
        if (!report.differences().isEmpty()) {
            text.append("\nSteps on which the stack and the variant part:\n");
            report.differences().forEach(difference -> text.append(lines(difference)));
        }
        if (!report.divergences().isEmpty()) {
            text.append("\nShortest walks to other such steps, each from ESTABLISHED:\n");
            report.divergences().forEach(divergence -> text.append(lines(divergence)));
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String title, Map<String, String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append(":\n");
        sentences.forEach((subject, sentence) ->
                text.append(GAP).append(subject).append(": ").append(sentence).append('\n'));
    }

    private static String table(ProbeReport report) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("knob", "variant", "measured", ""));
        for (Row row : report.rows()) {
            String setting = row.setting() == Setting.DEFAULT ? "" : " (" + row.setting() + ")";
            lines.add(List.of(row.knob() + setting, row.stated(), row.measured(), verdict(row)));
        }
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return lines.stream().map(line -> padded(line, widths) + "\n").collect(Collectors.joining());
    }

    private static String padded(List<String> line, int[] widths) {
        StringBuilder padded = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            padded.append(line.get(i))
                    .append(" ".repeat(widths[i] - line.get(i).length()))
                    .append(GAP);
        }
        return padded.toString().stripTrailing();
    }

    private static String verdict(Row row) {
        return switch (row.verdict()) {
            case AGREES -> "agrees";
            case DIFFERS -> "DIFFERS";
            case NOT_STATED -> "not stated";
            case NOT_MEASURED -> "not measured";
        };
    }

    private static String lines(Difference difference) {
        return GAP + difference.question() + "\n"
                + GAP + GAP + "measured: " + outcome(difference.measured()) + "\n"
                + GAP + GAP + "variant:  " + outcome(difference.variant()) + "\n";
    }

    private static String lines(WalkDivergence divergence) {
        return GAP + divergence.walk() + "\n"
                + GAP + GAP + "measured: " + divergence.measured() + "\n"
                + GAP + GAP + "variant:  " + divergence.variant() + "\n";
    }

    static String outcome(Response response) {
        return "sends " + response.reply()
                + (response.reply().equals("ACK") && response.accepted() != 0
                        ? " for RCV.NXT+" + response.accepted()
                        : "")
                + (response.stamped() ? " with timestamps" : "")
                + ", is then in " + response.state()
                + (response.restarted() ? ", 2MSL timer restarted" : "");
    }
}
