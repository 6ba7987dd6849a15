package org.clientportal.portal.catalogue;

import java.security.Principal;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The request catalogue for administrators (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/catalogue")
class CatalogueController {

    private final Catalogues catalogues;
    private final CatalogueOverview overview;

    CatalogueController(Catalogues catalogues, CatalogueOverview overview) {
        this.catalogues = catalogues;
        this.overview = overview;
    }

    /**
     * A file as it is sent.
     *
     * @param source the YAML
     * @param pictures Base64, by the names that the file calls them
     * @param base number of the catalogue that the sender has compared with; not looked at when left out
     */
    record Sent(
            @Nullable String source,
            @Nullable Map<String, String> pictures,
            @Nullable Long base) {

        String yaml() {
            if (source == null) {
                throw new AdminProblem(Reason.INVALID, "source is missing: the catalogue as YAML");
            }
            return source;
        }

        Map<String, byte[]> bytes() {
            var bytes = new LinkedHashMap<String, byte[]>();
            try {
                (pictures == null ? Map.<String, String>of() : pictures)
                        .forEach((name, content) ->
                                bytes.put(name, Base64.getDecoder().decode(content)));
            } catch (IllegalArgumentException notBase64) {
                throw new AdminProblem(Reason.INVALID, "a picture is not Base64");
            }
            return bytes;
        }
    }

    @GetMapping
    AdminPage<CatalogueOverview.Row> list() {
        return new AdminPage<>(overview.kinds(), null);
    }

    @GetMapping("/history")
    AdminPage<CatalogueOverview.Applied> history() {
        return new AdminPage<>(overview.history(), null);
    }

    @PostMapping("/plan")
    CataloguePlan plan(@RequestBody Sent sent) {
        return catalogues.plan(sent.yaml(), sent.bytes());
    }

    @PutMapping
    CataloguePlan apply(@RequestBody Sent sent, Principal who) {
        return catalogues.apply(sent.yaml(), sent.bytes(), sent.base(), who.getName());
    }

    /** @param pictures Base64, by name */
    record File(long number, Instant appliedAt, String appliedBy, String source, Map<String, String> pictures) {}

    @GetMapping("/file")
    File export(@RequestParam(required = false) @Nullable Long number) {
        var exported = catalogues.export(number);
        var pictures = new LinkedHashMap<String, String>();
        exported.pictures()
                .forEach((name, bytes) -> pictures.put(name, Base64.getEncoder().encodeToString(bytes)));
        return new File(exported.number(), exported.appliedAt(), exported.appliedBy(), exported.source(), pictures);
    }
}
