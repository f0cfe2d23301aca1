package dev.lastack.counterexamples.certificate;

import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.certificate.Certificate;
import dev.lastack.checker.certificate.Certificate.Proof;
import dev.lastack.checker.certificate.CertificateCheck;
import dev.lastack.checker.certificate.CertificateFile;
import dev.lastack.checker.certificate.CheckResult;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.counterexamples.trace.TraceFileException;
import dev.lastack.counterexamples.trace.Version;
import dev.lastack.counterexamples.trace.WholeScenario;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.lanes.LaneModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioBuilder;
import dev.lastack.scenario.text.ScenarioException;
import dev.lastack.scenario.text.UnsuitableFileException;
import dev.lastack.scenario.text.UserFile;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A certificate file against the model that its head describes. Nothing in the file is believed. */
public final class CertificateReplay {

    /** No certificate that a search leaves within its memory comes near. */
    private static final int LARGEST_MEBIBYTES = 1024;

    private final String source;
    private final Certificate certificate;
    private final Scenario scenario;
    private final LaneModel lanes;
    private final TerminationModel model;

    private CertificateReplay(String source, Certificate certificate, Variant variant) {
        this.source = source;
        this.certificate = certificate;
        require(
                head(ClaimCertificate.VERSION).equals(Version.current()),
                "it is of lastack " + head(ClaimCertificate.VERSION) + ", and this is lastack " + Version.current()
                        + ", which may number states otherwise");
        String decides = certificate.head().getOrDefault(ClaimCertificate.VARIANT, "");
        require(
                decides.equals(variant.name()),
                "the variant '" + decides + "' decides, which is written in Java and has to be at hand");
        this.scenario = scenario();
        this.lanes = lanes(variant);
        this.model = TerminationModel.of(scenario, variant);
        require(
                head(ClaimCertificate.DIGEST).equals(ClaimCertificate.digest(lanes, claims())),
                "its digest is not that of its knobs"
                        + " and claims with this lastack: it was changed, or is of another build");
    }

    /**
     * The file, read but not checked.
     *
     * @throws TraceFileException if it cannot be read, is no certificate, or is one of another lastack
     */
    public static CertificateReplay read(Path file) {
        return read(file, Variant.OF_KNOBS);
    }

    /** The same where {@code variant} decides, as it did when the file was written. */
    public static CertificateReplay read(Path file, Variant variant) {
        try {
            byte[] octets = UserFile.read(file, "a certificate", LARGEST_MEBIBYTES);
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(new ByteArrayInputStream(octets), StandardCharsets.UTF_8.newDecoder()));
            return new CertificateReplay(file.toString(), CertificateFile.read(in), variant);
        } catch (CertificateFile.Unreadable e) {
            throw new TraceFileException(file.toString(), String.valueOf(e.getMessage()));
        } catch (UnsuitableFileException e) {
            throw new TraceFileException(file.toString(), "it " + e.getReason());
        } catch (IOException e) {
            throw new TraceFileException(file.toString(), "cannot be read: " + AtomicFile.reason(e));
        }
    }

    /** That of the knobs in the file. */
    private Scenario scenario() {
        try {
            ScenarioBuilder builder = Scenario.builder(head(ClaimCertificate.SCENARIO));
            certificate.head().forEach((name, value) -> {
                if (name.startsWith(ClaimCertificate.KNOB)) {
                    builder.set(name.substring(ClaimCertificate.KNOB.length()), value);
                }
            });
            Scenario built = builder.build();
            Map<String, String> whole = new LinkedHashMap<>(WholeScenario.knobs(built));
            whole.keySet().removeIf(knob -> certificate.head().containsKey(ClaimCertificate.KNOB + knob));
            require(whole.isEmpty(), "the knobs " + whole.keySet() + " are missing");
            return built;
        } catch (ScenarioException e) {
            throw new TraceFileException(source, String.valueOf(e.getMessage()));
        }
    }

    private LaneModel lanes(Variant variant) {
        try {
            return LaneModel.of(scenario, variant);
        } catch (ScenarioException e) {
            throw new TraceFileException(source, String.valueOf(e.getMessage()));
        }
    }

    private String head(String name) {
        String value = certificate.head().get(name);
        require(value != null, "its head does not name '" + name + "'");
        return Objects.requireNonNull(value);
    }

    /** The claims that it is about, each once. */
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (Proof proof : certificate.proofs()) {
            claims.addAll(claims(proof));
        }
        require(!claims.isEmpty(), "it proves nothing");
        require(claims.stream().distinct().count() == claims.size(), "it proves a claim twice");
        return claims;
    }

    private List<Claim> claims(Proof proof) {
        return proof.properties().stream()
                .map(id -> TerminationClaims.safety().stream()
                        .filter(claim -> claim.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new TraceFileException(source, "there is no safety claim '" + id + "'")))
                .toList();
    }

    /** The scenario that it is about. */
    public Scenario about() {
        return scenario;
    }

    /**
     * Requires that it is about {@code asked}, or about the same hosts: a network that does as it likes has each run of every other
     * network.
     *
     * @throws TraceFileException with the first knob that differs, if it is not
     */
    public void requireAbout(Scenario asked) {
        Scenario hostile = LaneModel.hostile(asked);
        boolean isSame = LaneModel.refusal(hostile).isEmpty()
                && LaneModel.of(hostile, lanes.variant()).subject().equals(lanes.subject());
        require(isSame, "it is about another scenario: " + difference(WholeScenario.knobs(hostile)));
    }

    private String difference(Map<String, String> asked) {
        Map<String, String> own = WholeScenario.knobs(LaneModel.hostile(scenario));
        return asked.keySet().stream()
                .filter(knob -> !Objects.equals(asked.get(knob), own.get(knob)))
                .findFirst()
                .map(knob -> knob + " is " + own.get(knob) + ", not " + asked.get(knob))
                .orElse("it is laid out otherwise");
    }

    /** Checks every proof; the first that is refused decides. */
    public CheckResult check() {
        long states = 0;
        long steps = 0;
        List<String> cuts = new ArrayList<>();
        for (Proof proof : certificate.proofs()) {
            List<StepInvariant> properties = claims(proof).stream()
                    .map(claim -> ClaimCertificate.invariant(claim, model))
                    .toList();
            CheckResult result = new CertificateCheck(lanes, properties).check(proof.states());
            if (!(result instanceof CheckResult.Accepted accepted)) {
                return new CheckResult.Refused(
                        String.join(", ", proof.properties()) + ": " + ((CheckResult.Refused) result).why());
            }
            states += accepted.states();
            steps += accepted.steps();
            accepted.cuts().stream().filter(cut -> !cuts.contains(cut)).forEach(cuts::add);
        }
        return new CheckResult.Accepted(states, steps, cuts);
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new TraceFileException(source, otherwise);
        }
    }
}
