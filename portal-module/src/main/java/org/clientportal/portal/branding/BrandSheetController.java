package org.clientportal.portal.branding;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives the brand's colours to the portal's pages and to Keycloak's. */
@RestController
class BrandSheetController {

    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final Brands brands;

    BrandSheetController(Brands brands) {
        this.brands = brands;
    }

    /** Any hash gets today's colours, but only today's may be kept for long: a sign-in page may name yesterday's. */
    @GetMapping("/brand/{hash:[a-z0-9]+}.css")
    ResponseEntity<String> sheet(@PathVariable String hash) {
        var sheet = brands.sheet();
        var age = hash.equals(sheet.hash()) ? Duration.ofDays(365) : Duration.ofMinutes(5);
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(age).cachePublic())
                .body(sheet.css());
    }
}
