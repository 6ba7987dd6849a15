package org.clientportal.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.ViewerDefaults;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Visitors who search take places from each other, never from people who have signed in. */
class VisitorSearchesTests {

    private static final Viewer VISITOR = Viewer.visitor("pl", new ViewerDefaults("pl", ZoneId.of("Europe/Warsaw")));
    private static final Viewer ANNA = new Viewer(
            7,
            "anna",
            "Anna",
            "a@x",
            "pl",
            ZoneId.of("Europe/Warsaw"),
            VISITOR.features(),
            java.util.List.of(),
            java.util.List.of(),
            null,
            0);

    private final VisitorSearches filter = new VisitorSearches(1, Duration.ofMillis(50));

    @Test
    void theSecondWaitsAndIsTurnedAway() throws Exception {
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            var first = other.submit(() -> status(VISITOR, "/search", inside, leave));
            assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(status(VISITOR, "/search/suggestions")).isEqualTo(429);
            assertThat(status(VISITOR, "/knowledge/A-1")).isEqualTo(200);
            assertThat(status(ANNA, "/search")).isEqualTo(200);
            leave.countDown();
            assertThat(first.get()).isEqualTo(200);
        }
        assertThat(status(VISITOR, "/search")).isEqualTo(200);
    }

    private int status(Viewer viewer, String path) throws Exception {
        return status(viewer, path, new CountDownLatch(1), new CountDownLatch(0));
    }

    private int status(Viewer viewer, String path, CountDownLatch inside, CountDownLatch leave) throws Exception {
        var response = new MockHttpServletResponse();
        CurrentViewer.with(viewer, () -> {
            filter.doFilter(new MockHttpServletRequest("GET", path), response, (request, answer) -> {
                inside.countDown();
                try {
                    assertThat(leave.await(5, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            });
            return true;
        });
        return response.getStatus();
    }
}
