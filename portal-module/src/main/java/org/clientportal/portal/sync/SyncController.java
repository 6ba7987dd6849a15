package org.clientportal.portal.sync;

import java.time.Instant;
import java.util.Map;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.ports.Outbox.Destination;
import org.clientportal.ports.SyncControl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the two copies stand, for administrators (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/sync")
class SyncController {

    private final SyncCounts counts;
    private final FeedHealth feed;
    private final ObjectProvider<ItsmConnector> platform;
    private final SyncControl control;

    SyncController(SyncCounts counts, FeedHealth feed, ObjectProvider<ItsmConnector> platform, SyncControl control) {
        this.counts = counts;
        this.feed = feed;
        this.platform = platform;
        this.control = control;
    }

    /** All of it at once. */
    record SyncView(Platform platform, Pull pull, SyncCounts.Mirror mirror, SyncCounts.Waiting outbox) {}

    /** The platform's own answer. */
    record Platform(String name, boolean ok, String summary, String advice) {}

    /** How far the feed is read. */
    record Pull(@Nullable Instant lastAt, @Nullable String lastFailure, boolean complete) {}

    @GetMapping
    SyncView show() {
        var state = feed.state();
        return new SyncView(
                platform(),
                new Pull(
                        state.lastPulled(),
                        state.trouble().isEmpty() ? null : state.trouble(),
                        state.lastPulled() != null),
                counts.mirror(),
                counts.outbox());
    }

    private Platform platform() {
        var connector = platform.getIfAvailable();
        if (connector == null) {
            return new Platform("none", false, "no platform is configured", "Set portal.itsm.* (docs/platforms.md).");
        }
        var check = connector.check();
        var name = connector.getClass().getPackageName();
        return new Platform(name.substring(name.lastIndexOf('.') + 1), check.ok(), check.summary(), check.advice());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Boolean> wake() {
        control.wakePull();
        for (var destination : Destination.values()) {
            control.wakeOutbox(destination);
        }
        return Map.of("woken", true);
    }
}
