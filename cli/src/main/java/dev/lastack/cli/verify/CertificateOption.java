package dev.lastack.cli.verify;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.certificate.Certificate;
import dev.lastack.checker.hull.HullDecision;
import dev.lastack.checker.hull.HullExploration;
import dev.lastack.checker.hull.HullSearch;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Invocation;
import dev.lastack.cli.terminal.ProgressLine;
import dev.lastack.cli.terminal.ShellWord;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.counterexamples.certificate.ClaimCertificate;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.lanes.LaneModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenario;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --certificate}: proofs of what holds, for any number of segments in flight. */
public final class CertificateOption {

    private static final String PLAIN = "a plain holds has no certificate";

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "Proves again, for any number of segments in flight, what holds, and writes a certificate to FILE"
                            + " that 'lastack check' accepts.")
    private Optional<Path> file = Optional.empty();

    boolean isWanted() {
        return file.isPresent();
    }

    /** What is wrong with the option, if anything is; a certificate is about one scenario. */
    Optional<String> complaint(int scenarios) {
        return file.isEmpty() || scenarios == 1
                ? Optional.empty()
                : Optional.of("--certificate: a certificate is about one scenario, not " + scenarios);
    }

    /** Says early, before anything is computed, that the file cannot be written. */
    void check() {
        file.ifPresent(AtomicFile::requireWritable);
    }

    /** Writes the certificate of {@code scenario}, and says which claims have none, and why. */
    void write(Scenario scenario, List<Claim> claims, Limits limits, Site site) {
        file.ifPresent(path -> new Writing(scenario, claims, limits, site, path).write());
    }

    /** Where progress and complaints go. */
    record Site(Terminal terminal, Interruption interruption, boolean quiet, Unwritten unwritten) {}

    private record Writing(Scenario scenario, List<Claim> claims, Limits limits, Site site, Path path) {

        void write() {
            Scenario hostile = isMilder() ? LaneModel.hostile(scenario) : scenario;
            Optional<String> refusal = LaneModel.refusal(hostile);
            if (refusal.isPresent()) {
                say("no certificate: " + refusal.get() + "; " + PLAIN);
                return;
            }
            LaneModel lanes = LaneModel.of(hostile, Variant.OF_KNOBS);
            Map<Claim, HullDecision> decisions = decide(lanes);
            claims.forEach(claim -> without(Optional.ofNullable(decisions.get(claim)))
                    .ifPresent(why -> say("no certificate of " + claim + ": " + why)));
            Optional<Certificate> certificate = ClaimCertificate.of(lanes, decisions);
            certificate.ifPresent(proofs -> site.unwritten().attempt(() -> ClaimCertificate.write(proofs, path)));
            say(certificate
                    .map(proofs -> "certificate of "
                            + String.join(
                                    ", ",
                                    proofs.proofs().stream()
                                            .flatMap(proof -> proof.properties().stream())
                                            .toList())
                            + (isMilder() ? " for every network, and so for this one" : "") + ": " + Invocation.name()
                            + " check " + ShellWord.of(path.toString()))
                    .orElse("nothing to certify: no certificate is written"));
        }

        /** A proof about the network that does as it likes is one about every other, but a run there need not be one here. */
        private boolean isMilder() {
            return !scenario.environment().hostile();
        }

        private Map<Claim, HullDecision> decide(LaneModel lanes) {
            TerminationModel model = TerminationModel.of(lanes.scenario());
            List<Claim> safety =
                    claims.stream().filter(TerminationClaims.safety()::contains).toList();
            List<StepInvariant> invariants = safety.stream()
                    .map(claim -> (StepInvariant) claim.property(model).orElseThrow())
                    .toList();
            ProgressLine progress =
                    new ProgressLine(scenario.name(), site.terminal(), site.quiet(), site.interruption());
            HullSearch search = new HullSearch(lanes, invariants, limits, progress);
            HullExploration seen = (isMilder() ? search.forProofs(limits.maxStates()) : search).run();
            progress.end();
            Map<Claim, HullDecision> decisions = new LinkedHashMap<>();
            safety.forEach(claim ->
                    decisions.put(claim, Objects.requireNonNull(seen.decisions().get(claim.id()))));
            return decisions;
        }

        /** Why a claim has no certificate, if it has none. */
        private static Optional<String> without(Optional<HullDecision> decision) {
            if (decision.isEmpty()) {
                return Optional.of("it is no safety claim of the catalogue; " + PLAIN);
            }
            HullDecision decided = decision.get();
            if (decided instanceof HullDecision.Violated violated) {
                return Optional.of("with any number of segments in flight it is violated in "
                        + violated.run().steps().size() + " steps");
            }
            if (decided instanceof HullDecision.Inconclusive inconclusive) {
                return Optional.of(
                        "undecided for any number of segments in flight: " + inconclusive.why() + "; " + PLAIN);
            }
            return decided instanceof HullDecision.Vacuous ? Optional.of("it is vacuous") : Optional.empty();
        }

        private void say(String text) {
            site.terminal().err().println("lastack: " + scenario.name() + ": " + text);
        }
    }
}
