package dev.lastack.properties.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The claims as constants, as named fields and by id are the same claims. */
class CatalogueTest {

    @ParameterizedTest
    @EnumSource
    void aSafetyClaimIsFoundByItsId(SafetyClaim claim) {
        assertThat(SafetyClaim.byId(claim.toString())).contains(claim);
        assertThat(TerminationClaims.byId(claim.toString())).contains(claim.claim());
        assertThat(RunClaim.byId(claim.toString())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aClaimAboutRunsIsFoundByItsIdAndThoseOfItsWeakerForms(RunClaim claim) {
        assertThat(RunClaim.byId(claim.toString())).contains(claim);
        assertThat(RunClaim.byId(claim + " without delivery without close")).contains(claim);
        assertThat(TerminationClaims.byId(claim.toString())).contains(claim.claim());
        assertThat(SafetyClaim.byId(claim.toString())).isEmpty();
    }

    @Test
    void everySafetyClaimHasAFieldOfItsName() throws IllegalAccessException {
        List<Object> named = new ArrayList<>();
        for (Field field : TerminationClaims.class.getFields()) {
            assertThat(field.get(null))
                    .isSameAs(SafetyClaim.valueOf(field.getName()).claim());
            named.add(field.get(null));
        }
        assertThat(named).hasSameElementsAs(TerminationClaims.safety());
    }

    @Test
    void ownClaimsAreNotInTheCatalogue() {
        assertThat(SafetyClaim.byId("no-old-anything")).isEmpty();
        assertThat(RunClaim.byId("last-ack-within 3")).isEmpty();
    }
}
