package org.clientportal.portal.announcements;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.web.Strip;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Outages that go on, for the top of every page. They are few and the same for many, so each node reads them every few
 * seconds and a page only picks its viewer's.
 */
@Component
class OutageStrip implements Strip {

    private static final long LOOK_MS = 5_000;
    private static final int MOST = 3;

    private final Outages outages;
    private volatile List<Outage> now = List.of();

    OutageStrip(Outages outages) {
        this.outages = outages;
    }

    record Outage(long id, Set<String> scopes, Map<String, String> titles, boolean ofPlatform) {

        boolean isFor(String language) {
            return !ofPlatform || titles.containsKey(language) || titles.containsKey("");
        }

        String title(String language) {
            return Optional.ofNullable(titles.get(language))
                    .or(() -> Optional.ofNullable(titles.get("")))
                    .orElseGet(() -> titles.values().iterator().next());
        }
    }

    @Scheduled(fixedDelay = LOOK_MS)
    void look() {
        now = outages.now();
    }

    @Override
    public List<Line> lines(String language) {
        var going = now;
        if (going.isEmpty()) {
            return List.of();
        }
        return CurrentViewer.get()
                .map(viewer -> going.stream()
                        .filter(outage ->
                                outage.isFor(language) && !Collections.disjoint(outage.scopes(), viewer.audiences()))
                        .limit(MOST)
                        .map(outage -> new Line(outage.title(language), "/announcements/" + outage.id()))
                        .toList())
                .orElse(List.of());
    }
}
