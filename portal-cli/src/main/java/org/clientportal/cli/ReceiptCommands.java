package org.clientportal.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;
import tools.jackson.databind.JsonNode;

/** Confirmations of receipt, and whether they are still what people confirmed. */
class ReceiptCommands {

    private static final List<Column> VERDICT = List.of(
            Column.of("AT", "/at"),
            Column.of("OK", "/ok"),
            Column.of("CHAINS", "/chains"),
            Column.of("LINKS", "/links"),
            Column.of("CONFIRMATIONS", "/confirmations"),
            Column.of("ERASED", "/erased"),
            Column.of("SEALS", "/seals"),
            Column.of("UNSEALED", "/unsealed"),
            Column.of("WITNESSED", "/witnessed"),
            Column.of("KEYS", "/keys"),
            Column.of("FOUND", "/found"));

    private static final List<Column> FINDINGS = List.of(
            Column.of("WHAT", "/kind"),
            Column.of("ORGANISATION", "/organisation"),
            Column.of("LINK", "/seq"),
            Column.of("SEAL", "/seal"),
            Column.of("DETAIL", "/detail"));

    private final AdminApi api;
    private final Output output;
    private final Question question;
    private final ExportCheck check;

    ReceiptCommands(AdminApi api, Output output, Question question, ExportCheck check) {
        this.api = api;
        this.output = output;
        this.question = question;
        this.check = check;
    }

    @Command(
            name = "receipt verify",
            description = "work out all evidence again and tell what is not as it was confirmed")
    void verify(
            @Option(longName = "file", description = "verify a file of 'portal receipt export' instead; asks no portal")
                    @Nullable
                    String file,
            @Option(longName = "key", description = "with --file: the PEM file of a public key that counts") @Nullable
                    String key,
            @Option(
                            longName = "witness",
                            description = "compare this copy of witness.jsonl, or of the log's lines, too")
                    @Nullable
                    String witness) {
        if (file != null && witness != null) {
            throw Failure.usage("--witness is compared by the portal, --file is verified without it");
        }
        var verdict = file == null ? asked(witness) : check.of(Path.of(file), key == null ? null : Path.of(key));
        output.item(verdict, VERDICT);
        output.details(verdict.path("findings"), FINDINGS);
        verdict.path("notes").forEach(note -> output.note(note.asString()));
        if (!verdict.path("ok").asBoolean()) {
            throw new Failure(Exit.FAILED, verdict.path("found").asLong() + " found that is not as it was confirmed");
        }
        output.note(
                verdict.path("witnessed").asLong() > 0 || file != null
                        ? "Everything is as it was confirmed."
                        : "Everything is as it was confirmed. Nothing outside the database was there to compare the ends of"
                                + " the chains with.");
    }

    /** A long look is asked for again and again. */
    private JsonNode asked(@Nullable String witness) {
        var standing = witness == null
                ? api.get("evidence", "verification")
                : api.post(Map.of("witness", WitnessFile.lines(Path.of(witness))), "evidence", "verification");
        while (standing.path("running").asBoolean()) {
            output.note(standing.path("links").asLong() + " links so far …");
            standing = api.get("evidence", "verification", standing.path("id").asString());
        }
        return standing.path("verdict");
    }

    @Command(
            name = "receipt export",
            description = "take evidence out as a ZIP that can be verified without the portal")
    void export(
            @Option(longName = "to", description = "write it to this file") @Nullable String to,
            @Option(longName = "receipt", description = "only the confirmations of this receipt, with their chains")
                    @Nullable
                    String receipt,
            @Option(longName = "organisation", description = "only this organisation, by its id or name") @Nullable
                    String organisation) {
        if (to == null) {
            throw Failure.usage("--to says where the ZIP is written");
        }
        var query = new LinkedHashMap<String, String>();
        if (receipt != null) {
            query.put("receipt", receipt);
        }
        if (organisation != null) {
            query.put("organisation", organisation);
        }
        var bytes = api.download(Path.of(to), query, "evidence", "export");
        output.note(
                "Written to " + to + ", " + bytes + " bytes. 'portal receipt verify --file " + to + "' verifies it.");
    }

    @Command(
            name = "receipt erase",
            description = "erase what a person confirmed: values, salts and PDF. It cannot be undone")
    void erase(
            @Argument(index = 0) String person,
            @Option(longName = "yes", shortName = 'y', description = "do not ask") boolean yes) {
        var there = api.get(Map.of("person", person), "evidence", "erasures");
        var count = there.path("confirmations").asInt();
        if (count == 0) {
            output.note(there.path("person").asString() + " has no confirmations.");
            return;
        }
        if (!yes) {
            question.confirm("Erase " + count + " confirmations of "
                    + there.path("person").asString() + " for good?");
        }
        var done = api.post(Map.of("person", person), "evidence", "erasures");
        output.note(done.path("confirmations").asInt() + " confirmations erased.");
    }
}
