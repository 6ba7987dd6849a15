package org.clientportal.portal.branding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The company's face, as set by the administrator.
 *
 * @param name short name, beside the logo
 * @param firm full name
 * @param product what the support team calls itself, by language
 * @param colour {@code #rrggbb}
 * @param logo address of a picture on this host; none for the built-in mark
 * @param banner address of a picture on this host; none for the built-in one
 * @param desk the service desk's card
 */
@Validated
@ConfigurationProperties(prefix = "portal.branding", ignoreUnknownFields = false)
public record BrandSettings(
        @DefaultValue("Oriale") @NotBlank String name,
        @DefaultValue("Oriale sp. z o.o.") @NotBlank String firm,
        @Nullable Map<String, String> product,

        @DefaultValue("#0b5563") @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "must look like #0b5563")
        String colour,

        @Nullable String logo,
        @Nullable String banner,
        @DefaultValue @Valid Desk desk) {

    private static final Map<String, String> PRODUCT = Map.of("pl", "Pomoc IT", "en", "IT Help");
    private static final Map<String, String> HOURS = Map.of("pl", "pon.–pt. 7:00–18:00", "en", "Mon–Fri 7:00–18:00");

    /**
     * Where a person is reached.
     *
     * @param hours when, by language
     */
    public record Desk(
            @DefaultValue("+48 22 555 01 18") @NotBlank String phone,
            @Nullable Map<String, String> hours,
            @DefaultValue("support@oriale.example") @Email String mail) {

        String hours(String language) {
            return inLanguage(hours, HOURS, language);
        }
    }

    String product(String language) {
        return inLanguage(product, PRODUCT, language);
    }

    private static String inLanguage(
            @Nullable Map<String, String> texts, Map<String, String> defaults, String language) {
        var chosen = texts == null || texts.isEmpty() ? defaults : texts;
        var text = chosen.get(language);
        return text != null ? text : chosen.values().iterator().next();
    }
}
