package dev.lastack.testkit;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Variant;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Checks what {@link VerifyTermination} asks for. */
final class TerminationExtension implements BeforeTestExecutionCallback, ParameterResolver {

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        VerifyTermination asked = asked(context);
        Report report = report(context);
        String unexpected = report.claims().stream()
                .filter(result -> result.outcome() != expected(report, result, asked))
                .map(result -> TerminationAssert.unexpected(result, expected(report, result, asked)))
                .collect(Collectors.joining("\n"));
        if (!unexpected.isEmpty()) {
            throw new AssertionError(unexpected);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Report.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return report(context);
    }

    /** Explored once per test, whoever asks first. */
    private static Report report(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(TerminationExtension.class, context.getUniqueId()))
                .getOrComputeIfAbsent(Report.class, type -> explore(asked(context), context), Report.class);
    }

    private static Report explore(VerifyTermination asked, ExtensionContext context) {
        Scenario scenario = scenario(asked.scenario(), context);
        return Verification.of(scenario)
                .variant(variant(asked))
                .claims(claims(asked, scenario))
                .run();
    }

    private static List<Claim> claims(VerifyTermination asked, Scenario scenario) {
        List<String> ids = asked.claims().length > 0
                ? Arrays.asList(asked.claims())
                : scenario.statement().expectations().stream()
                        .map(Expectation::claim)
                        .toList();
        return ids.isEmpty()
                ? TerminationClaims.safety(scenario)
                : ids.stream().map(TerminationExtension::claim).toList();
    }

    private static Variant variant(VerifyTermination asked) {
        return asked.decisions() == Decisions.class ? Variant.OF_KNOBS : Variant.of(asked.decisions());
    }

    private static Claim claim(String id) {
        return TerminationClaims.byId(id)
                .orElseThrow(
                        () -> new ScenarioException(Place.of("@VerifyTermination"), "there is no claim '" + id + "'"));
    }

    private static Outcome expected(Report report, ClaimResult result, VerifyTermination asked) {
        return report.scenario().statement().expectations().stream()
                .filter(expectation -> expectation.claim().equals(result.claim().id()))
                .map(Expectation::outcome)
                .findFirst()
                .orElse(asked.expect());
    }

    private static Scenario scenario(String name, ExtensionContext context) {
        ClassLoader classes = context.getRequiredTestClass().getClassLoader();
        URL resource = classes.getResource(name);
        if (resource == null || !resource.getProtocol().equals("file")) {
            return Scenarios.load(name);
        }
        try {
            URI place = resource.toURI();
            return Scenarios.read(Path.of(place));
        } catch (URISyntaxException e) {
            throw new ScenarioException(Place.of(name), "is no place for a file: " + e.getMessage());
        }
    }

    private static VerifyTermination asked(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        VerifyTermination asked = method.getAnnotation(VerifyTermination.class);
        if (asked == null) {
            throw new AssertionError(method + " is not annotated with @VerifyTermination");
        }
        return asked;
    }
}
