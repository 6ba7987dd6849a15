package org.clientportal.demo;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * How soon things happen, as promised for a machine that has nothing else to do. {@code -Dstory.slowness=3} allows thrice the time on
 * one that has.
 */
enum Promise {
    /** What the agent does shows on the open page. */
    SHOWN(5),
    /** What the person does is on the desk. */
    ARRIVED(2),
    /** A mail that was sent is fetched, understood and on the desk, or a notification is in its mailbox. */
    MAILED(10),
    /** What the portal looks for again and again is seen. */
    SETTLED(10),
    /** Typos in the words of a new article are corrected. */
    LEARNT(25);

    private final Duration limit;

    Promise(int seconds) {
        limit = Duration.ofSeconds(seconds).multipliedBy(Integer.getInteger("story.slowness", 1));
    }

    <T> T until(Callable<T> asked, java.util.function.Predicate<T> kept) {
        return await().atMost(limit).pollInterval(Duration.ofMillis(100)).until(asked, kept::test);
    }

    void isVisible(Locator locator) {
        PlaywrightAssertions.assertThat(locator)
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(limit.toMillis()));
    }
}
