package dev.lastack.counterexamples.certificate;

import com.google.common.hash.Hashing;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.certificate.Certificate;
import dev.lastack.checker.certificate.Certificate.Proof;
import dev.lastack.checker.certificate.CertificateFile;
import dev.lastack.checker.hull.HullDecision;
import dev.lastack.checker.hull.HullDecision.Means;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.counterexamples.trace.Version;
import dev.lastack.counterexamples.trace.WholeScenario;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.lanes.LaneModel;
import dev.lastack.properties.claims.Claim;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The certificate of all claims about a scenario that a {@link dev.lastack.checker.hull.HullSearch} shows to hold. Its head names
 * the version of lastack and every knob, so that it can be checked without the scenario file, and a digest binds it to them and to the
 * words of the claims. {@code docs/certificates.md} describes the file.
 */
public final class ClaimCertificate {

    static final String VERSION = "lastack";
    static final String SCENARIO = "scenario";
    static final String VARIANT = "variant";
    static final String DIGEST = "digest";
    static final String KNOB = "knob ";

    private ClaimCertificate() {}

    /**
     * The certificate of what holds in {@code lanes}; empty if nothing does. Claims that the hull shows share one proof; each of the
     * others has a separate proof.
     *
     * @param decisions by claim of the catalogue
     */
    public static Optional<Certificate> of(LaneModel lanes, Map<Claim, HullDecision> decisions) {
        Map<Claim, HullDecision.Holds> proved = new LinkedHashMap<>();
        decisions.forEach((claim, decision) -> {
            if (decision instanceof HullDecision.Holds holds) {
                proved.put(claim, holds);
            }
        });
        List<Claim> byHull = by(Means.HULL, proved);
        List<Proof> proofs = new ArrayList<>();
        if (!byHull.isEmpty()) {
            proofs.add(proof(byHull, Objects.requireNonNull(proved.get(byHull.get(0)))));
        }
        by(Means.ANTICHAIN, proved)
                .forEach(claim -> proofs.add(proof(List.of(claim), Objects.requireNonNull(proved.get(claim)))));
        return proofs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Certificate(head(lanes, List.copyOf(proved.keySet())), proofs));
    }

    private static List<Claim> by(Means means, Map<Claim, HullDecision.Holds> proved) {
        return proved.entrySet().stream()
                .filter(each -> each.getValue().by() == means)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Proof proof(List<Claim> claims, HullDecision.Holds holds) {
        return new Proof(
                claims.stream().map(Claim::id).toList(),
                holds.by().name(),
                holds.cover().get());
    }

    private static Map<String, String> head(LaneModel lanes, List<Claim> proved) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put(VERSION, Version.current());
        head.put(SCENARIO, lanes.scenario().name());
        if (!lanes.variant().name().isEmpty()) {
            head.put(VARIANT, lanes.variant().name());
        }
        WholeScenario.knobs(lanes.scenario()).forEach((knob, value) -> head.put(KNOB + knob, value));
        head.put(DIGEST, digest(lanes, proved));
        return head;
    }

    /** A digest of all that decides what a certificate means: what the model is, which claims, and which lastack says so. */
    static String digest(LaneModel lanes, List<Claim> claims) {
        // 'check' says in which scenario the claims hold, so the name must not be another's.
        StringBuilder text =
                new StringBuilder(Version.current() + "\n" + lanes.scenario().name() + "\n" + lanes.subject() + "\n");
        TerminationModel model = TerminationModel.of(lanes.scenario(), lanes.variant());
        claims.stream()
                .sorted(Comparator.comparing(Claim::id))
                .forEach(claim -> text.append(claim.id() + ": " + claim.sentence() + " "
                        + invariant(claim, model).violation() + "\n"));
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    /** A safety claim of the catalogue as what is observed of steps. */
    static StepInvariant invariant(Claim claim, TerminationModel model) {
        return (StepInvariant) claim.property(model).orElseThrow();
    }

    /**
     * Writes a certificate whole or not at all.
     *
     * @throws dev.lastack.counterexamples.trace.TraceFileException if it cannot be written
     */
    public static void write(Certificate certificate, Path file) {
        AtomicFile.write(file, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CertificateFile.write(certificate, text);
            text.flush();
        });
    }
}
