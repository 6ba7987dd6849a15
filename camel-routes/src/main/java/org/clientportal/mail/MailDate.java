package org.clientportal.mail;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** The Date field, as leniently as Angus reads it. */
final class MailDate {

    private MailDate() {}

    static Optional<Instant> parse(String raw) {
        try {
            var date = raw.length() > 200 ? null : new MailDateFormat().parse(raw);
            return Optional.ofNullable(date)
                    .map(Date::toInstant)
                    // what a timestamp of the database can hold
                    .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("9999-01-01T00:00:00Z")));
        } catch (ParseException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
