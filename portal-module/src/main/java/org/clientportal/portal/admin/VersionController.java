package org.clientportal.portal.admin;

import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which portal answers. */
@RestController
class VersionController {

    private final Environment environment;

    VersionController(Environment environment) {
        this.environment = environment;
    }

    /** @param platform the kind of platform it is connected to */
    record VersionView(String version, String java, String platform) {}

    @GetMapping("/admin/api/v1/version")
    VersionView version() {
        var version = VersionController.class.getPackage().getImplementationVersion();
        return new VersionView(
                Objects.requireNonNullElse(version, "unpackaged"),
                Runtime.version().toString(),
                environment.getProperty("portal.itsm.platform", "none"));
    }
}
