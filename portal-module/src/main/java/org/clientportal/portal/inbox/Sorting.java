package org.clientportal.portal.inbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.mail.Authentication;
import org.clientportal.mail.Bounce;
import org.clientportal.mail.IncomingMail;
import org.clientportal.mail.MailKey;
import org.clientportal.mail.Mailbox;
import org.clientportal.mail.MessageIds;
import org.clientportal.mail.ReplyAddress;
import org.clientportal.mail.SubjectTag;
import org.clientportal.portal.access.Signing;
import org.clientportal.portal.letters.Letters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules: who wrote, whether a human did, which ticket it is about, and so what becomes of it. What a sender can forge
 * (From, a guessed number) never opens what they may not see; what only the portal can have written (signed address and
 * ids) names the ticket, and the person must be on it all the same.
 */
@Component
class Sorting {

    private final Senders senders;
    private final MailTickets tickets;
    private final InboxSettings settings;
    private final Letters letters;
    private final MailKey key;
    private final Clock clock;

    Sorting(
            Senders senders,
            MailTickets tickets,
            InboxSettings settings,
            Letters letters,
            Signing signing,
            Clock clock) {
        this.senders = senders;
        this.tickets = tickets;
        this.settings = settings;
        this.letters = letters;
        // the key that notifications sign with
        this.key = MailKey.of(signing.keyFor("mail"));
        this.clock = clock;
    }

    /** Within a work transaction. */
    Decision decide(IncomingMail mail, Steps steps) {
        var machine = machine(mail, steps);
        if (machine.isPresent()) {
            return machine.get();
        }
        var from = mail.sender();
        if (from.isEmpty()) {
            return held("sender", "From names no single sender", null, steps);
        }
        if (isMailbox(from.get().address())) {
            return ignored("own mail", "From is the support mailbox itself", steps);
        }
        if (mail.authentication(settings.authservId()).dmarc() == Authentication.Result.FAIL) {
            return held("authentication", "DMARC failed at " + settings.authservId(), null, steps);
        }
        var found = senders.with(from.get().address());
        if (found.isEmpty()) {
            return stranger(from.get(), steps);
        }
        if (found.size() > 1) {
            return held("sender", "the address belongs to " + found.size() + " people", null, steps);
        }
        var sender = found.getFirst();
        if (!sender.active()) {
            return held("sender", "the person is not active any more", sender, steps);
        }
        if (sender.kind() == Person.Kind.AGENT) {
            return held("sender", "an agent; agents answer in their own system", sender, steps);
        }
        steps.note("sender", "known", sender.name());
        return conversation(mail, sender, steps);
    }

    private Optional<Decision> machine(IncomingMail mail, Steps steps) {
        var automatic = mail.automatic();
        if (automatic.isEmpty()) {
            steps.note("automatic", "no", "no marker of automatic mail");
            return Optional.empty();
        }
        var what = automatic.get().kind().name().toLowerCase(Locale.ROOT) + " by "
                + automatic.get().marker();
        mail.bounce()
                .ifPresent(
                        bounce -> bounce.recipients().forEach(lost -> steps.note("bounce", lost.action(), told(lost))));
        return Optional.of(ignored("automatic", "automatic mail: " + what, steps));
    }

    private static String told(Bounce.Recipient lost) {
        return (lost.isPermanent() ? "cannot be reached: " : "not delivered yet: ") + lost.address() + " "
                + lost.status();
    }

    private Decision stranger(Mailbox from, Steps steps) {
        var reason = "nobody in the register has the address " + from.address();
        return settings.stranger() == InboxSettings.Stranger.IGNORE
                ? ignored("sender", reason, steps)
                : held("sender", reason, null, steps);
    }

    private Decision conversation(IncomingMail mail, Sender sender, Steps steps) {
        return bySignedAddress(mail, sender, steps)
                .or(() -> byMessageId(mail, sender, steps))
                .or(() -> bySubject(mail, sender, steps))
                .orElseGet(() -> {
                    steps.note("conversation", "new", "known person, no ticket named");
                    return new Decision.Open("known person, no ticket named", sender);
                });
    }

    private Optional<Decision> bySignedAddress(IncomingMail mail, Sender sender, Steps steps) {
        var mailbox = letters.mailbox();
        for (var to : mail.recipients().map(Mailbox::address).distinct().toList()) {
            var address = ReplyAddress.verify(to, mailbox, key);
            if (address.isEmpty()) {
                if (ReplyAddress.hasToken(to, mailbox)) {
                    steps.note("reply address", "not ours", "damaged or forged: " + to);
                }
                continue;
            }
            var named = tickets.byPlatformId(address.get().ticket());
            if (named.isEmpty()) {
                return Optional.of(
                        held("reply address", "genuine, but its ticket is not in the mirror", sender, steps));
            }
            var own = address.get().person().equals(ReplyAddress.PersonMark.of(sender.platformId(), key));
            steps.note(
                    "reply address",
                    own ? "the sender's own" : "of another person",
                    "ticket " + named.get().number());
            return Optional.of(answer(named.get(), sender, own, "signed reply address", steps));
        }
        return Optional.empty();
    }

    private Optional<Decision> byMessageId(IncomingMail mail, Sender sender, Steps steps) {
        var ids = new ArrayList<>(mail.references());
        ids.addAll(mail.inReplyTo());
        var ticket = MessageIds.ticket(ids, key);
        if (ticket.isEmpty()) {
            return Optional.empty();
        }
        var named = tickets.byPlatformId(ticket.get());
        if (named.isEmpty()) {
            return Optional.of(held("message-id", "genuine, but its ticket is not in the mirror", sender, steps));
        }
        steps.note("message-id", "ours", "ticket " + named.get().number());
        return Optional.of(answer(named.get(), sender, false, "our Message-ID in the mail it answers", steps));
    }

    private Optional<Decision> bySubject(IncomingMail mail, Sender sender, Steps steps) {
        for (var number : SubjectTag.numbers(mail.subject())) {
            var named = tickets.byNumber(number);
            if (named.isPresent() && tickets.standing(sender, named.get()).isPresent()) {
                steps.note("subject", "names a ticket of the sender", number);
                return Optional.of(
                        answer(named.get(), sender, false, "number in the subject, sender on the ticket", steps));
            }
            steps.note("subject", "not attached", number + " is no ticket the sender is on");
        }
        return Optional.empty();
    }

    private Decision answer(MailTickets.Found named, Sender sender, boolean verified, String why, Steps steps) {
        var standing = tickets.standing(sender, named);
        if (standing.isEmpty()) {
            return held("ticket", "the sender is not on ticket " + named.number(), sender, steps);
        }
        var absent = standing.get().onBehalfOf();
        if (absent != null) {
            steps.note("stand-in", "for somebody who is away", absent);
        }
        var target = tickets.target(named);
        if (target.gone()) {
            steps.note("ticket", "gone", named.number());
            return new Decision.Open("the ticket it answers is gone", sender);
        }
        var over = target.meaning() == StatusMeaning.CLOSED || target.meaning() == StatusMeaning.SOLVED;
        if (target.meaning() == StatusMeaning.CLOSED
                && target.changedAt().isBefore(clock.instant().minus(settings.reopenWithin()))) {
            steps.note("ticket", "closed long ago", target.number());
            return new Decision.Open("answers ticket " + target.number() + ", closed long ago", sender, target);
        }
        steps.note("ticket", over ? "reopened" : "open", target.number());
        return new Decision.Reply(why, sender, target, verified, over, absent);
    }

    private boolean isMailbox(String address) {
        return address.equalsIgnoreCase(letters.mailbox()) || ReplyAddress.hasToken(address, letters.mailbox());
    }

    private static Decision ignored(String step, String reason, Steps steps) {
        steps.note(step, "ignored", reason);
        return new Decision.Ignore(reason);
    }

    private static Decision held(String step, String reason, @Nullable Sender sender, Steps steps) {
        steps.note(step, "held", reason);
        return new Decision.Hold(reason, sender);
    }
}
