package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lastack.scenario.Expectation.Outcome;
import org.junit.jupiter.api.Test;

class VariantCheckTest {

    @Test
    void twoMslIsEnough() {
        assertTrue(VariantCheck.check("2*msl").all(Outcome.HOLDS));
    }

    @Test
    void oneTickLessIsNot() {
        assertEquals(
                Outcome.VIOLATED,
                VariantCheck.check("2*msl-1").claim("no-old-fin").orElseThrow().outcome());
    }
}
