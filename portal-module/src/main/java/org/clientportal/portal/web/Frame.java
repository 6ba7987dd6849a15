package org.clientportal.portal.web;

import java.util.List;
import org.clientportal.portal.branding.Brand;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param words the messages in the reader's language
 * @param formats dates and sizes in the reader's language and zone
 * @param viewer null when nobody is signed in
 * @param navigation empty when the viewer may not use the portal
 * @param csrf null where no form can be sent
 * @param flash null when nothing has just happened
 * @param otherLanguage the same page in the other language
 * @param strip outages that go on
 * @param live whether the page listens for changes
 * @param unread notifications that are not seen yet; null for whoever gets none
 * @param signInUrl leads back here after signing in; set for a visitor who reads what is open to all, else null
 */
public record Frame(
        String language,
        Words words,
        Formats formats,
        Brand brand,
        Assets.Urls assets,
        @Nullable ViewerView viewer,
        List<NavigationItem> navigation,
        @Nullable Csrf csrf,
        @Nullable Flash flash,
        LanguageLink otherLanguage,
        List<Strip.Line> strip,
        boolean live,
        @Nullable Counted unread,
        @Nullable String signInUrl) {

    public Frame {
        navigation = List.copyOf(navigation);
        strip = List.copyOf(strip);
    }

    /**
     * The person signed in.
     *
     * @param seenBy who looks through the person's eyes and changes nothing; null normally
     * @param id tells whose half-typed text a browser's tab keeps; 0 without portal access
     */
    public record ViewerView(
            long id, String name, String initials, @Nullable String seenBy) {}

    /** One place of the navigation. */
    public record NavigationItem(Place place, boolean current) {}

    /** The hidden field that proves a form to be ours. */
    public record Csrf(String parameterName, String token) {}

    /** Where the same page is read in {@code language}. */
    public record LanguageLink(String language, String url) {}

    /** Where everything begins: the first place that whoever looks has. */
    public String homeUrl() {
        return navigation.isEmpty()
                ? Place.HOME.url()
                : navigation.getFirst().place().url();
    }

    /** Whether the navigation leads to a place. */
    public boolean leadsTo(String place) {
        return navigation.stream().anyMatch(item -> item.place().icon().equals(place));
    }

    /** Whether the person can write a ticket. */
    public boolean writesTickets() {
        return (viewer == null || viewer.seenBy() == null)
                && navigation.stream().anyMatch(item -> item.place() == Place.TICKETS);
    }

    public Frame withFlash(@Nullable Flash newFlash) {
        return with(newFlash, unread);
    }

    /** The same with so many notifications not seen yet. */
    public Frame withUnread(Counted notifications) {
        return with(flash, unread == null ? null : notifications);
    }

    private Frame with(@Nullable Flash newFlash, @Nullable Counted newUnread) {
        return new Frame(
                language,
                words,
                formats,
                brand,
                assets,
                viewer,
                navigation,
                csrf,
                newFlash,
                otherLanguage,
                strip,
                live,
                newUnread,
                signInUrl);
    }
}
