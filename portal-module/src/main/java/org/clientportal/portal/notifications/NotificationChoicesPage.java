package org.clientportal.portal.notifications;

import java.util.List;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * What a person wants to be told by mail.
 *
 * @param email where mails go
 * @param form a field for each of {@code mails}, and {@code digest}
 * @param digest when the digest is made
 * @param muted tickets of which nothing is told, the last muted first
 */
public record NotificationChoicesPage(
        Frame frame, String email, Form form, List<Line> mails, List<Choice> digest, List<Muted> muted)
        implements Page {

    public NotificationChoicesPage {
        mails = List.copyOf(mails);
        digest = List.copyOf(digest);
        muted = List.copyOf(muted);
    }

    /** A ticket that is mute. */
    public record Muted(String number, String subject) {

        public String url() {
            return "/tickets/" + number;
        }

        /** Where a form makes it heard again. */
        public String endUrl() {
            return url() + "/mute/end";
        }
    }

    /**
     * One topic.
     *
     * @param key the last part of its message keys
     * @param field the name of its field
     */
    public record Line(String key, String field, List<Choice> choices) {

        public Line {
            choices = List.copyOf(choices);
        }
    }

    @Override
    public String template() {
        return "pages/notifications/choices";
    }
}
