package dev.lastack.scenario;

import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.knobs.Settings;
import dev.lastack.scenario.text.Abbreviated;
import dev.lastack.scenario.text.Names;
import dev.lastack.scenario.text.NearestName;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.Problems;
import dev.lastack.scenario.text.ScenarioException;
import dev.lastack.scenario.text.YamlNode;
import dev.lastack.scenario.text.YamlNode.Entry;
import dev.lastack.scenario.text.YamlReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one scenario file says, before what it extends is read.
 *
 * @param base the scenario that it extends
 * @param takes the scenarios whose endpoint knobs a host takes
 * @param settings the knobs that it sets itself
 */
record ScenarioFile(
        Optional<Reference> base,
        Map<Host, Reference> takes,
        Settings settings,
        String description,
        List<Expectation> expectations,
        List<NamedFormula> formulas) {

    /** The name of another scenario. */
    record Reference(String name, Place place) {}

    /** Reads {@code text}, which {@code source} names in complaints. */
    static ScenarioFile parse(String text, String source) {
        Map<String, Entry> entries = YamlReader.read(text, source).entries();
        Settings settings = new Settings();
        Map<Host, Reference> takes = new EnumMap<>(Host.class);
        Problems problems = new Problems();
        // A knob of both hosts first, so that a host's own wins wherever it stands.
        Stream.of(
                        entries.values().stream().filter(ScenarioFile::isPlainKnob),
                        entries.values().stream().filter(ScenarioFile::isQualifiedKnob))
                .flatMap(knobs -> knobs)
                .forEach(entry -> problems.attempt(entry.namePlace(), () -> set(settings, "", entry)));
        for (Host host : Host.values()) {
            Optional.ofNullable(entries.get(host.name()))
                    .flatMap(entry ->
                            problems.attempt(entry.namePlace(), () -> endpoint(host, entry, entries, settings)))
                    .flatMap(taken -> taken)
                    .ifPresent(reference -> takes.put(host, reference));
        }
        List<Expectation> expectations = expectations(entries, problems);
        problems.complain();
        return new ScenarioFile(
                Optional.ofNullable(entries.get("extends")).map(ScenarioFile::reference),
                takes,
                settings,
                Optional.ofNullable(entries.get("description")).map(Entry::text).orElse(""),
                expectations,
                formulas(entries));
    }

    private static boolean isPlainKnob(Entry entry) {
        return !isQualifiedKnob(entry) && !Settings.WORDS.contains(entry.name());
    }

    private static boolean isQualifiedKnob(Entry entry) {
        return entry.name().startsWith("A.") || entry.name().startsWith("B.");
    }

    private static Settings set(Settings settings, String prefix, Entry entry) {
        Settings.requireKnob(prefix + entry.name(), entry.namePlace());
        settings.set(prefix + entry.name(), entry.text(), entry.value().place());
        return settings;
    }

    /** Reads {@code A: linux} or {@code A: {extends: linux, isn: random}}. */
    private static Optional<Reference> endpoint(Host host, Entry entry, Map<String, Entry> beside, Settings settings) {
        if (entry.value() instanceof YamlNode.Scalar) {
            return Optional.of(reference(entry));
        }
        String prefix = host + ".";
        entry.entries().values().stream()
                .filter(knob -> !knob.name().equals("extends"))
                .forEach(knob -> {
                    if (beside.containsKey(prefix + knob.name())) {
                        throw new ScenarioException(
                                knob.namePlace(),
                                prefix + knob.name() + ": is said twice, under " + host + " and by itself");
                    }
                    set(settings, prefix, knob);
                });
        return Optional.ofNullable(entry.entries().get("extends")).map(ScenarioFile::reference);
    }

    private static Reference reference(Entry entry) {
        return new Reference(entry.text(), entry.value().place());
    }

    private static List<Expectation> expectations(Map<String, Entry> entries, Problems problems) {
        Entry expect = entries.get("expect");
        return expect == null
                ? List.of()
                : expect.entries().values().stream()
                        .flatMap(claim -> problems.attempt(claim.namePlace(), () -> expectation(claim)).stream())
                        .toList();
    }

    /** Reads {@code no-old-fin: holds} or {@code no-old-fin: {verdict: holds, because: …}}. */
    private static Expectation expectation(Entry claim) {
        if (claim.value() instanceof YamlNode.Scalar) {
            return new Expectation(claim.name(), outcome(claim), "", claim.namePlace());
        }
        for (Entry part : claim.entries().values()) {
            if (!List.of("verdict", "because").contains(part.name())) {
                throw new ScenarioException(
                        part.namePlace(),
                        claim.name() + ": '" + Abbreviated.of(part.name()) + "' is neither verdict nor because");
            }
        }
        Entry verdict = claim.entries().get("verdict");
        if (verdict == null) {
            throw new ScenarioException(claim.namePlace(), claim.name() + ": has no verdict");
        }
        String because = Optional.ofNullable(claim.entries().get("because"))
                .map(Entry::text)
                .orElse("");
        return new Expectation(claim.name(), outcome(verdict), because, claim.namePlace());
    }

    private static Expectation.Outcome outcome(Entry entry) {
        List<String> known = new ArrayList<>();
        for (Expectation.Outcome outcome : Expectation.Outcome.values()) {
            if (outcome.toString().equals(entry.text())) {
                return outcome;
            }
            known.add(outcome.toString());
        }
        String nearest = NearestName.to(entry.text().toLowerCase(Locale.ROOT), known)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
        throw new ScenarioException(
                entry.value().place(),
                entry.name() + ": '" + Abbreviated.of(entry.text()) + "' is not one of: " + String.join(", ", known)
                        + nearest);
    }

    private static List<NamedFormula> formulas(Map<String, Entry> entries) {
        Entry ltl = entries.get("ltl");
        return ltl == null
                ? List.of()
                : ltl.entries().values().stream()
                        .map(entry -> new NamedFormula(
                                Names.claim(entry.name(), entry.namePlace()),
                                entry.text(),
                                entry.value().place()))
                        .toList();
    }
}
