package org.clientportal.portal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.letters.Letter;
import org.clientportal.portal.letters.Letters;
import org.clientportal.portal.web.Phrase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Requests for access, to the agents as a ticket or to the service desk by mail: few in an hour, for anybody can ask. */
@Component
class AccessRequests {

    static final int PER_ASKER = 3;
    static final int ALTOGETHER = 20;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(AccessRequests.class);

    private final AccessRequestTickets tickets;
    private final Letters letters;
    private final ViewerDefaults defaults;
    private final Clock clock;
    private final Deque<Asked> lately = new ArrayDeque<>();

    AccessRequests(AccessRequestTickets tickets, Letters letters, ViewerDefaults defaults, Clock clock) {
        this.tickets = tickets;
        this.letters = letters;
        this.defaults = defaults;
        this.clock = clock;
    }

    private record Asked(Instant at, List<String> by) {}

    /** What became of a request. */
    enum Outcome {
        SENT,
        TOO_MANY,
        NOT_SENT
    }

    /** @param network where the request came from */
    Outcome ask(String name, String email, String note, String network) {
        var frame = letters.frame(defaults.language(), Phrase.of("mail.reason.access-request"));
        var desk = frame.brand().desk().mail();
        if (!counted(List.of(email.toLowerCase(Locale.ROOT), network))) {
            return Outcome.TOO_MANY;
        }
        var mail = new AccessRequestMail(frame, name.replaceAll("\\s+", " "), email, note);
        if (tickets.requester().filter(who -> tickets.open(who, mail)).isPresent()) {
            return Outcome.SENT;
        }
        if (letters.tooMany(desk)) {
            return Outcome.TOO_MANY;
        }
        try {
            letters.send(
                    new Letter(mail, desk, "access.request", Optional.empty(), Optional.empty(), Optional.of(email)));
            return Outcome.SENT;
        } catch (MailException | IllegalStateException unsent) {
            LOG.warn("a request for access could not be mailed to the service desk: {}", unsent.toString());
            return Outcome.NOT_SENT;
        }
    }

    private synchronized boolean counted(List<String> by) {
        var now = clock.instant();
        lately.removeIf(asked -> asked.at().isBefore(now.minus(WINDOW)));
        var full = lately.size() >= ALTOGETHER
                || by.stream()
                        .anyMatch(each -> lately.stream()
                                        .filter(asked -> asked.by().contains(each))
                                        .count()
                                >= PER_ASKER);
        if (!full) {
            lately.add(new Asked(now, by));
        }
        return !full;
    }
}
