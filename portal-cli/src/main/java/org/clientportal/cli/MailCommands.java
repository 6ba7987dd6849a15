package org.clientportal.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** Mails that came in, and what became of them. */
class MailCommands {

    private static final List<Column> COLUMNS = List.of(
            Column.of("ID", "/id"),
            Column.of("RECEIVED", "/receivedAt"),
            Column.of("FROM", "/from"),
            Column.of("SUBJECT", "/subject"),
            Column.of("VERDICT", "/verdict"),
            Column.of("TICKET", "/ticket"),
            Column.of("REASON", "/reason"));

    private static final List<Column> FIELDS = List.of(
            Column.of("ID", "/id"),
            Column.of("ACCOUNT", "/account"),
            Column.of("RECEIVED", "/receivedAt"),
            Column.of("FROM", "/from"),
            Column.of("SUBJECT", "/subject"),
            Column.of("MESSAGE-ID", "/messageId"),
            Column.of("SIZE", "/size"),
            Column.of("VERDICT", "/verdict"),
            Column.of("REASON", "/reason"),
            Column.of("TICKET", "/ticket"),
            Column.of("PERSON", "/person"),
            Column.of("VERIFIED", "/verified"));

    private static final List<Column> STEPS = List.of(
            Column.of("AT", "/at"),
            Column.of("STEP", "/step"),
            Column.of("VERDICT", "/verdict"),
            Column.of("REASON", "/reason"));

    private final AdminApi api;
    private final Pages pages;
    private final Output output;
    private final Batch batch;

    MailCommands(AdminApi api, Pages pages, Output output, Batch batch) {
        this.api = api;
        this.pages = pages;
        this.output = output;
        this.batch = batch;
    }

    /** What becomes of a mail. */
    enum Verdict {
        WAITING,
        TICKET,
        REPLY,
        IGNORED,
        HELD,
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Command(name = "mail list", description = "list incoming mails with verdict and ticket, newest first")
    void list(
            @Option(longName = "query", shortName = 'q', description = "part of a sender or a subject") @Nullable
                    String query,
            @Option(longName = "verdict", description = "only those: waiting, ticket, reply, ignored, held or failed")
                    @Nullable
                    Verdict verdict,
            @Option(longName = "limit", shortName = 'n', description = "at most so many; 50 when left out") @Nullable
                    Integer limit) {
        var parameters = new HashMap<String, @Nullable String>();
        parameters.put("query", query);
        parameters.put("verdict", verdict == null ? null : verdict.toString());
        output.list(pages.read(limit == null ? 50 : limit, parameters, "mails"), COLUMNS);
    }

    @Command(name = "mail show", description = "show one incoming mail and every step of its way")
    void show(
            @Argument(index = 0) String id,
            @Option(longName = "raw", description = "print the message as it came (RFC 5322) instead") boolean raw) {
        if (raw) {
            output.raw(api.bytes("mails", id, "raw"));
            return;
        }
        var mail = api.get("mails", id);
        output.item(mail, FIELDS);
        output.details(mail.path("steps"), STEPS);
    }

    @Command(name = "mail replay", description = "work held, ignored or failed mails off again")
    void replay(@Arguments String[] id) {
        batch.run(Batch.named(id, null), COLUMNS, mail -> api.post(Map.of(), "mails", mail, "replay"));
    }
}
