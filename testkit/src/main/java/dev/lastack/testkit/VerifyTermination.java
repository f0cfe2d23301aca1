package dev.lastack.testkit;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.scenario.Expectation.Outcome;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit test that checks claims about a scenario before its method runs. The method may take the
 * {@link dev.lastack.properties.verification.Report} as a parameter to look at more. A failing test prints the shortest run as a ladder
 * and writes it as a page next to the test reports.
 */
@Test
@ExtendWith(TerminationExtension.class)
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface VerifyTermination {

    /** A shipped variant, a file, or a resource on the class path. */
    String scenario();

    /** A variant in Java that decides instead of the knobs. */
    Class<? extends Decisions> decisions() default Decisions.class;

    /** Ids of the claims; none for those that the scenario states verdicts for, or else all safety claims. */
    String[] claims() default {};

    /** What every claim has to come to; the verdicts that the scenario states come first. */
    Outcome expect() default Outcome.HOLDS;
}
