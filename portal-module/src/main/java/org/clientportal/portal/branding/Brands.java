package org.clientportal.portal.branding;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The brand of this installation. */
@Component
@EnableConfigurationProperties(BrandSettings.class)
public final class Brands {

    private final BrandSettings settings;
    private final BrandSheet sheet;
    private final Map<String, Brand> byLanguage = new ConcurrentHashMap<>();

    public Brands(BrandSettings settings) {
        this.settings = settings;
        this.sheet = BrandSheet.of(settings.colour());
    }

    public Brand brand(String language) {
        return byLanguage.computeIfAbsent(language, this::inLanguage);
    }

    /** The style sheet with the brand's colours. */
    public BrandSheet sheet() {
        return sheet;
    }

    private Brand inLanguage(String language) {
        var desk = settings.desk();
        return new Brand(
                settings.name(),
                settings.product(language),
                settings.firm(),
                settings.colour(),
                sheet.url(),
                settings.logo(),
                settings.banner(),
                new Brand.DeskCard(
                        desk.phone(), desk.phone().replaceAll("[^+0-9]", ""), desk.hours(language), desk.mail()));
    }
}
