package org.clientportal.portal.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many tickets solutions made needless (docs/admin-api.md). */
@RestController
class DeflectionController {

    private static final Duration USUAL = Duration.ofDays(30);

    private final Deflections deflections;
    private final Clock clock;

    DeflectionController(Deflections deflections, Clock clock) {
        this.deflections = deflections;
        this.clock = clock;
    }

    @GetMapping("/admin/api/v1/knowledge/deflection")
    Deflections.Report report(@RequestParam(required = false) @Nullable Instant since) {
        return deflections.since(
                Optional.ofNullable(since).orElseGet(() -> clock.instant().minus(USUAL)));
    }
}
