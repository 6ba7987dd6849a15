package org.clientportal.portal.signin;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.WhenView;

/**
 * Where the viewer is signed in, and when that was before.
 *
 * @param sessions this one first
 * @param history newest first
 */
public record SessionsPage(Frame frame, List<Row> sessions, List<Past> history) implements Page {

    public SessionsPage {
        sessions = List.copyOf(sessions);
        history = List.copyOf(history);
    }

    /**
     * One session.
     *
     * @param device such as "Firefox, Windows"; empty when the browser did not say
     * @param current whether it is the one that looks
     * @param endUrl where its end is posted
     */
    public record Row(String device, String address, WhenView since, WhenView seen, boolean current, String endUrl) {}

    /**
     * One sign-in, or attempts that failed.
     *
     * @param failed how many attempts; 0 for a sign-in
     * @param at of the last of them
     */
    public record Past(String device, String address, WhenView at, int failed) {}

    /** Whether there is something to ask the viewer about: was it you? */
    public boolean anyFailed() {
        return history.stream().anyMatch(past -> past.failed() > 0);
    }

    /** Whether there is anything to end. */
    public boolean others() {
        return sessions.size() > 1;
    }

    @Override
    public String template() {
        return "pages/session/sessions";
    }
}
