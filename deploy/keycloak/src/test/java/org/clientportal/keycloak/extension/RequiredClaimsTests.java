package org.clientportal.keycloak.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** An address counts only when the provider vouches for it in every claim that is asked for. */
class RequiredClaimsTests {

    private static final RequiredClaims GOOGLE = RequiredClaims.parse("email_verified=true hd=oriale.example");

    @Test
    void everyClaimHasToBeThereAndSayWhatIsAsked() {
        assertThat(GOOGLE.missing(Map.of("email_verified", true, "hd", "oriale.example")))
                .isEmpty();
        assertThat(GOOGLE.missing(Map.of("email_verified", "true", "hd", "oriale.example")))
                .isEmpty();
        assertThat(GOOGLE.missing(Map.of("email_verified", false, "hd", "oriale.example")))
                .contains("email_verified");
        assertThat(GOOGLE.missing(Map.of("hd", "oriale.example"))).contains("email_verified");
        assertThat(GOOGLE.missing(Map.of("email_verified", true))).contains("hd");
        assertThat(GOOGLE.missing(Map.of("email_verified", true, "hd", "evil.example")))
                .contains("hd");
        assertThat(GOOGLE.missing(Map.of("email_verified", true, "hd", "Oriale.example")))
                .contains("hd");
        assertThat(GOOGLE.missing(Map.of())).isPresent();
    }

    @Test
    void alternativesStandWithABarBetween() {
        var microsoft = RequiredClaims.parse("xms_edov=true|1");
        assertThat(microsoft.missing(Map.of("xms_edov", 1))).isEmpty();
        assertThat(microsoft.missing(Map.of("xms_edov", true))).isEmpty();
        assertThat(microsoft.missing(Map.of("xms_edov", 0))).contains("xms_edov");
        assertThat(microsoft.missing(Map.of("xms_edov", "true|1"))).contains("xms_edov");
    }

    @Test
    void whatIsGarbledIsRefused() {
        assertThatThrownBy(() -> RequiredClaims.parse("email_verified")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequiredClaims.parse("hd=a =b")).isInstanceOf(IllegalArgumentException.class);
    }
}
