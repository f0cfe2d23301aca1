package dev.lastack.cli.advise;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lastack.cli.verify.WrittenTrace;
import dev.lastack.properties.analysis.Price;
import dev.lastack.properties.analysis.SafetyArgument;
import dev.lastack.properties.analysis.advice.Advice;
import dev.lastack.properties.analysis.advice.Explored;
import dev.lastack.properties.analysis.advice.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Advice as one JSON document, which {@code docs/advise.md} describes. Times are in seconds. */
final class AdviceJson {

    /** Rises with every change that could break a reader. */
    private static final int SCHEMA_VERSION = 2;

    private AdviceJson() {}

    private record Document(
            int version,
            String decision,
            double timeWaitSeconds,
            Optional<String> brokenFirst,
            Optional<String> trace,
            Optional<String> argument,
            Optional<String> coveredRto,
            Optional<Double> leastSafeSeconds,
            Optional<Double> greatestUnsafeSeconds,
            PriceDocument price,
            List<RemedyDocument> remedies,
            List<ExplorationDocument> explored) {}

    private record PriceDocument(int ports, Optional<Double> connectionsPerSecond) {}

    private record RemedyDocument(Map<String, String> knobs, Optional<String> coveredRto, String decision) {}

    private record ExplorationDocument(
            Optional<Double> tickSeconds,
            String counted,
            String scope,
            long distinct,
            Optional<String> stopped,
            Map<String, String> claims) {}

    static String of(Advice advice, int ports, Optional<WrittenTrace> trace) {
        double timeWait = advice.figures().timeWait().toNanos() / 1e9;
        Price price = new Price(timeWait, ports);
        Document document = new Document(
                SCHEMA_VERSION,
                word(advice.decision()),
                timeWait,
                advice.firstBroken().map(result -> result.claim().id()),
                trace.flatMap(WrittenTrace::file).map(Path::toString),
                advice.argument().map(SafetyArgument::word),
                advice.coveredGaps().map(Object::toString),
                advice.least().safe().map(time -> time.toNanos() / 1e9),
                advice.least().unsafe().map(time -> time.toNanos() / 1e9),
                new PriceDocument(ports, timeWait == 0 ? Optional.empty() : Optional.of(price.connectionsPerSecond())),
                advice.remedies().stream().map(AdviceJson::remedy).toList(),
                advice.explored().stream().map(AdviceJson::exploration).toList());
        return JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(document);
    }

    private static RemedyDocument remedy(Remedy remedy) {
        return new RemedyDocument(
                new TreeMap<>(remedy.knobs()), remedy.covered().map(Object::toString), word(remedy.decision()));
    }

    private static ExplorationDocument exploration(Explored explored) {
        Map<String, String> claims = new TreeMap<>();
        explored.report()
                .claims()
                .forEach(result ->
                        claims.put(result.claim().id(), result.outcome().toString()));
        return new ExplorationDocument(
                explored.tick().map(tick -> tick.toNanos() / 1e9),
                explored.report().counted() + "s",
                word(explored.scope()),
                explored.report().exploration().distinct(),
                explored.report().exploration().stopped(),
                claims);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
