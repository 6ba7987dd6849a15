package org.clientportal.portal.inbox;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.Submission.Channel;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.mail.IncomingMail;
import org.clientportal.mail.Mailbox;
import org.clientportal.mail.Reading;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.inbox.StoredMails.Attempt;
import org.clientportal.portal.inbox.StoredMails.End;
import org.clientportal.portal.sync.PlatformLists;
import org.clientportal.portal.tickets.TicketWriting;
import org.clientportal.portal.tickets.TicketWriting.Writer;
import org.clientportal.ports.MailIntake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores incoming mails and works them off. A mail's effect (reply or ticket, files, outbox row), its verdict and its steps
 * are one transaction: a crash leaves either all or a mail that waits.
 */
@Component
class Inbox implements MailIntake {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int LONGEST_SUBJECT = 200;

    private final StoredMails mails;
    private final Sorting sorting;
    private final MailFiles files;
    private final TicketWriting writing;
    private final PlatformLists lists;
    private final InboxSettings settings;
    private final Audit audit;
    private final TransactionTemplate work;

    Inbox(
            StoredMails mails,
            Sorting sorting,
            MailFiles files,
            TicketWriting writing,
            PlatformLists lists,
            InboxSettings settings,
            Audit audit,
            @Qualifier("workTransactions") PlatformTransactionManager work) {
        this.mails = mails;
        this.sorting = sorting;
        this.files = files;
        this.writing = writing;
        this.lists = lists;
        this.settings = settings;
        this.audit = audit;
        this.work = new TransactionTemplate(work);
    }

    @Override
    public long lastUid(String account, long uidValidity) {
        return inWork(() -> mails.lastUid(account, uidValidity));
    }

    @Override
    public void store(String account, long uidValidity, long uid, byte[] raw) {
        inWork(() -> mails.store(account, uidValidity, uid, raw, "WAITING", "just arrived"));
    }

    @Override
    public void setAside(String account, long uidValidity, long uid, byte[] raw, String reason) {
        inWork(() -> {
            var stored = mails.store(account, uidValidity, uid, raw, "HELD", reason);
            stored.ifPresent(mail -> {
                read(mail, IncomingMail.read(raw));
                var steps = new Steps();
                steps.note("fetch", "held", reason);
                mails.steps(mail, steps.taken());
            });
            return stored;
        });
    }

    @Override
    public void polled(String account, Optional<String> failure) {
        work.executeWithoutResult(status -> mails.polled(account, failure));
    }

    @Override
    public boolean processNext() {
        var attempt = inWork(() -> mails.begin(settings));
        attempt.ifPresent(this::tried);
        return attempt.isPresent();
    }

    /** An administrator wants it worked off again; false when that would double it. */
    boolean replay(long mail) {
        return inWork(() -> mails.replay(mail));
    }

    private void tried(Attempt attempt) {
        if (attempt.number() > settings.attempts()) {
            // an attempt that was begun and never ended took the portal with it
            work.executeWithoutResult(status -> failed(attempt, "the portal stopped while it worked on it"));
            return;
        }
        try {
            work.executeWithoutResult(
                    status -> mails.claim(attempt.mail()).ifPresent(raw -> settle(attempt.mail(), raw)));
        } catch (RuntimeException failed) {
            LOG.warn("mail {} was not worked off, attempt {}: {}", attempt.mail(), attempt.number(), failed.toString());
            var reason = failed instanceof NotYet
                    ? failed.getMessage()
                    : failed.getClass().getSimpleName();
            work.executeWithoutResult(status -> failed(attempt, String.valueOf(reason)));
        }
    }

    private void failed(Attempt attempt, String reason) {
        var steps = new Steps();
        if (attempt.number() >= settings.attempts()) {
            steps.note("work", "failed", reason);
            mails.end(attempt.mail(), End.of("FAILED", "failed " + attempt.number() + " times: " + reason));
        } else {
            steps.note("work", "later", reason);
            mails.postponed(attempt.mail(), "tried " + attempt.number() + " times: " + reason);
        }
        mails.steps(attempt.mail(), steps.taken());
    }

    private void settle(long mail, byte[] raw) {
        var steps = new Steps();
        var end = end(mail, IncomingMail.read(raw), steps);
        mails.end(mail, end);
        mails.steps(mail, steps.taken());
    }

    private End end(long mail, Reading reading, Steps steps) {
        read(mail, reading);
        if (reading instanceof Reading.Quarantined set) {
            var reason = "not read: " + set.why();
            steps.note("read", "held", set.reason() + ": " + set.why());
            return End.of("HELD", reason);
        }
        var content = ((Reading.Understood) reading).mail();
        steps.note(
                "read",
                "understood",
                content.remarks().isEmpty() ? "nothing odd" : String.join("; ", content.remarks()));
        var twin = mails.twin(mail, content);
        if (twin.isPresent()) {
            steps.note("duplicate", "ignored", "same Message-ID and content as mail " + twin.get());
            return End.of("IGNORED", "duplicate of mail " + twin.get());
        }
        return act(content, sorting.decide(content, steps), steps);
    }

    private void read(long mail, Reading reading) {
        if (reading instanceof Reading.Understood understood) {
            var content = understood.mail();
            var from = content.from().stream().findFirst().map(Mailbox::address);
            mails.understood(mail, from.orElse(null), content.subject(), content.messageId(), content.bodyHash());
        } else if (reading instanceof Reading.Quarantined set) {
            var from = set.from().stream().findFirst().map(Mailbox::address);
            mails.understood(mail, from.orElse(null), set.subject().orElse(null), null, null);
        }
    }

    private End act(IncomingMail mail, Decision decision, Steps steps) {
        if (decision instanceof Decision.Ignore ignore) {
            return End.of("IGNORED", ignore.reason());
        } else if (decision instanceof Decision.Hold hold) {
            var sender = hold.sender();
            return new End("HELD", hold.reason(), sender == null ? null : sender.person(), null, null, null);
        } else if (decision instanceof Decision.Reply reply) {
            return reply(mail, reply, steps);
        }
        return open(mail, (Decision.Open) decision, steps);
    }

    private End reply(IncomingMail mail, Decision.Reply reply, Steps steps) {
        var stored = files.store(mail, steps);
        var text = mail.reply().text();
        steps.note("text", text.length() + " characters", mail.reply().how());
        if (text.isBlank() && stored.isEmpty()) {
            return new End("HELD", "there is nothing in it", reply.sender().person(), null, null, null);
        }
        var absent = reply.onBehalfOf();
        if (absent != null) {
            answeredFor(mail, reply, absent);
        }
        var writer = writer(reply.sender(), reply.verified(), absent);
        var ticket = reply.ticket().id();
        var entry = writing.reply(ticket, writer, text, stored);
        if (reply.reopen()) {
            writing.wish(ticket, writer, Wish.REOPEN);
        }
        return new End("REPLY", reply.reason(), reply.sender().person(), reply.verified(), ticket, entry);
    }

    private End open(IncomingMail mail, Decision.Open open, Steps steps) {
        var stored = files.store(mail, steps);
        // a new ticket gets the whole text: what is quoted in it may be what it is about
        var text = mail.text();
        if (text.isBlank() && stored.isEmpty()) {
            return new End("HELD", "there is nothing in it", open.sender().person(), null, null, null);
        }
        var subject = subject(mail);
        var follows = open.follows();
        var written = writing.open(
                writer(open.sender(), false, null),
                subject,
                text.isBlank() ? subject : text,
                category(),
                null,
                stored,
                null,
                follows == null ? null : follows.id());
        steps.note("ticket", "written", written.number());
        return new End("TICKET", open.reason(), open.sender().person(), false, written.ticket(), written.entry());
    }

    private String category() {
        var categories = lists.now().categories();
        if (categories.isEmpty()) {
            throw new NotYet("the platform's lists are not read yet");
        }
        var wanted = settings.category();
        return wanted != null && lists.category(wanted).isPresent()
                ? wanted
                : categories.stream().map(Catalogue.Choice::id).findFirst().orElseThrow();
    }

    private static String subject(IncomingMail mail) {
        var line = mail.subject().isBlank()
                ? mail.text().lines().findFirst().orElse("").strip()
                : mail.subject().replaceAll("\\s+", " ").strip();
        var known = line.isEmpty() ? "E-mail" : line;
        return known.length() <= LONGEST_SUBJECT ? known : known.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    private static Writer writer(Sender sender, boolean verified, @Nullable String onBehalfOf) {
        return new Writer(sender.person(), sender.name(), Channel.MAIL, verified, onBehalfOf);
    }

    private void answeredFor(IncomingMail mail, Decision.Reply reply, String absent) {
        var number = reply.ticket().number();
        audit.note(new Deed(
                Deed.Actor.person(mail.sender().map(Mailbox::address).orElse("")),
                "ticket.answered-for",
                new Deed.Subject("ticket", number, number),
                Map.of(),
                Map.of("by", reply.sender().name(), "for", absent)));
    }

    private <T> T inWork(Supplier<T> something) {
        return Objects.requireNonNull(work.execute(status -> something.get()));
    }

    /** Nothing is wrong with the mail; the portal is not ready for it. */
    private static final class NotYet extends RuntimeException {
        NotYet(String what) {
            super(what);
        }
    }
}
