package org.clientportal.demo.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One ticket as its writer knows it: what the portal has accepted, and the form whose answer never came. */
final class Talk {

    private final Writer writer;
    private final String subject;
    private final List<String> accepted = new ArrayList<>();
    private @Nullable String url;
    private @Nullable String typed;
    private Browser.@Nullable Filled unanswered;
    private int repeated;

    Talk(Writer writer, String subject) {
        this.writer = writer;
        this.subject = subject;
    }

    /**
     * Writes the description, then replies. A form without an answer is posted again first, as it was.
     *
     * @throws IOException the portal is gone; what was typed is kept
     */
    void say(Browser browser, String text) throws IOException {
        sayAgain(browser);
        unanswered = form(browser, text);
        typed = text;
        send(browser);
    }

    /** Posts the form again whose answer never came. */
    void sayAgain(Browser browser) throws IOException {
        if (unanswered != null) {
            repeated++;
            send(browser);
        }
    }

    private Browser.Filled form(Browser browser, String text) throws IOException {
        if (url == null) {
            return Browser.fill(browser.page("/tickets/new"), "/tickets", Map.of("subject", subject, "text", text));
        }
        var page = browser.page(url);
        var action = page.select("form[action$=/replies]").attr("action");
        return Browser.fill(page, action, Map.of("text", text));
    }

    private void send(Browser browser) throws IOException {
        if (unanswered == null || typed == null) {
            return;
        }
        var to = browser.post(unanswered);
        if (url == null) {
            url = to;
        }
        accepted.add(typed);
        unanswered = null;
        typed = null;
    }

    Writer writer() {
        return writer;
    }

    String subject() {
        return subject;
    }

    List<String> accepted() {
        return accepted;
    }

    boolean isUnanswered() {
        return unanswered != null;
    }

    int repeated() {
        return repeated;
    }

    /** The same talk, whose page is under another address. */
    Talk under(String address) {
        var same = new Talk(writer, subject);
        same.accepted.addAll(accepted);
        same.url = address;
        return same;
    }

    /** Where its page is; a ticket that was never accepted has none. */
    String url() {
        if (url == null) {
            throw new IllegalStateException("not accepted: " + subject);
        }
        return url;
    }
}
