package org.clientportal.demo.desk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.clientportal.demo.desk.Agents.Words;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.StatusMeaning;

/**
 * Answers what comes from the portal after some seconds, in the person's language, unless somebody else was quicker. It
 * speaks only when a person spoke last, and in one ticket at most {@value #MOST} times, so two machines never talk for ever.
 */
final class AutoAgent implements AutoCloseable {

    static final int MOST = 8;

    private final Register register;
    private final Agents agents;
    private final Duration pause;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("auto-agent").factory());

    AutoAgent(Register register, Agents agents, Duration pause) {
        this.register = register;
        this.agents = agents;
        this.pause = pause;
    }

    /** Also takes up what nobody had answered when the desk was last stopped. */
    void start() {
        register.listen(act -> {
            if (act.submission() != null) {
                act.tickets().forEach(this::plan);
            }
        });
        register.read(view -> view.tickets()).stream()
                .filter(ticket -> ticket.lastPublic().requestKey() != null)
                .forEach(this::plan);
    }

    private void plan(DeskTicket ticket) {
        if (wantsAnswer(ticket)) {
            try {
                var planned = later.schedule(
                        () -> answer(ticket.id(), ticket.lastPublic().order()),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
                if (planned.isDone()) {
                    return;
                }
            } catch (RejectedExecutionException e) {
                // the desk stops; at its next start the ticket is taken up again
            }
        }
    }

    private static boolean wantsAnswer(DeskTicket ticket) {
        return !ticket.gone()
                && !ticket.locked()
                && ticket.mergedInto() == null
                && ticket.lastPublic().author().role() == Role.PERSON
                && DeskCatalogue.meaning(ticket.statusId()) != StatusMeaning.CLOSED;
    }

    private void answer(String ticketId, long to) {
        try {
            var ticket = register.read(view -> view.ticket(ticketId)).orElse(null);
            if (ticket == null || !wantsAnswer(ticket) || ticket.lastPublic().order() != to) {
                return;
            }
            var me = register.read(view -> view.people().stream()
                    .filter(person -> person.kind() == Person.Kind.AGENT && person.active())
                    .map(Person::name)
                    .findFirst()
                    .orElse("Support"));
            long spoken = ticket.entries().stream()
                    .filter(entry -> entry.author().role() == Role.SUPPORT && entry.kind() == Kind.REPLY)
                    .count();
            if (spoken >= MOST) {
                return;
            }
            if (ticket.agentName() == null) {
                agents.assign(ticketId, me);
            }
            var name = ticket.agentName() == null ? me : ticket.agentName();
            agents.say(ticketId, words(ticket, name, spoken));
        } catch (RuntimeException e) {
            System.err.println("automatic agent: " + e);
        }
    }

    private Words words(DeskTicket ticket, String name, long spoken) {
        var language = register.read(view -> view.person(ticket.requesterId()))
                .map(Person::language)
                .orElse("en");
        var said = AutoWords.of("pl".equals(language));
        if (ticket.lastPublic().kind() == Kind.STATUS_CHANGE) {
            return Words.reply(name, SampleHtml.of(said.reopened(), name), true, DeskCatalogue.OPEN);
        }
        if (spoken == 0) {
            boolean asks = Math.floorMod(ticket.number().hashCode(), 2) == 0;
            return Words.reply(
                    name,
                    SampleHtml.of(said.first(ticket.categoryId(), asks), name),
                    true,
                    asks ? DeskCatalogue.PENDING : DeskCatalogue.OPEN);
        }
        boolean solves = spoken % 2 == 1;
        return Words.reply(
                name,
                SampleHtml.of(solves ? said.solved() : said.again(), name),
                true,
                solves ? DeskCatalogue.SOLVED : DeskCatalogue.OPEN);
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
