package org.clientportal.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;
import tools.jackson.databind.JsonNode;

/** People and their access to the portal. */
class UserCommands {

    private static final List<Column> COLUMNS = List.of(
            Column.of("ID", "/id"),
            Column.of("NAME", "/name"),
            Column.of("EMAIL", "/email"),
            Column.of("KIND", "/kind"),
            Column.of("ORGANISATION", "/organisation"),
            Column.of("ENABLED", "/access/enabled"),
            Column.of("LOGIN", "/login/state"));

    static final List<Column> FIELDS = List.of(
            Column.of("ID", "/id"),
            Column.of("NAME", "/name"),
            Column.of("EMAIL", "/email"),
            Column.of("KIND", "/kind"),
            Column.of("ORGANISATION", "/organisation"),
            Column.of("ENABLED", "/access/enabled"),
            Column.of("SINCE", "/access/since"),
            Column.of("BY", "/access/by"),
            Column.of("IN THE PLATFORM", "/active"),
            Column.of("PLATFORM SAYS", "/access/platform"),
            Column.of("LOGIN", "/login/state"),
            Column.of("PROBLEM", "/login/problem"),
            Column.of("LOGIN ID", "/login/id"));

    private static final List<Column> PARKED = List.of(
            Column.of("ID", "/id"),
            Column.of("NAME", "/name"),
            Column.of("EMAIL", "/email"),
            Column.of("PROBLEM", "/login/problem"));

    private static final List<Column> LOGIN = List.of(
            Column.of("ID", "/user/id"),
            Column.of("NAME", "/user/name"),
            Column.of("EMAIL", "/user/email"),
            Column.of("MAILED TO", "/mailTo"),
            Column.of("PASSWORD", "/password"),
            Column.of("TEMPORARY", "/temporary"));

    private static final List<Column> VIEW =
            List.of(Column.of("NAME", "/name"), Column.of("OPEN", "/url"), Column.of("UNTIL", "/expiresAt"));

    private final AdminApi api;
    private final Pages pages;
    private final Output output;
    private final Batch batch;
    private final ManyLogins many;
    private final Question question;

    UserCommands(AdminApi api, Pages pages, Output output, Batch batch, ManyLogins many, Question question) {
        this.api = api;
        this.pages = pages;
        this.output = output;
        this.batch = batch;
        this.many = many;
        this.question = question;
    }

    @Command(name = "user list", description = "list people and whether they may use the portal")
    void list(
            @Option(longName = "query", shortName = 'q', description = "part of a name, an address or an organisation")
                    @Nullable
                    String query,
            @Option(longName = "enabled", description = "only people who may use the portal") boolean enabled,
            @Option(longName = "disabled", description = "only people who may not") boolean disabled,
            @Option(
                            longName = "organisation",
                            description = "only people of this organisation (name or ID) and those below it")
                    @Nullable
                    String organisation,
            @Option(longName = "parked", description = "only people whose login waits for a decision, and why")
                    boolean parked,
            @Option(longName = "limit", shortName = 'n', description = "at most so many; all when left out")
                    int limit) {
        if (enabled && disabled) {
            throw Failure.usage("--enabled and --disabled exclude each other");
        }
        var parameters = new HashMap<String, @Nullable String>();
        parameters.put("query", query);
        parameters.put("enabled", enabled ? "true" : disabled ? "false" : null);
        parameters.put("organisation", organisation);
        parameters.put("parked", parked ? "true" : null);
        output.list(pages.read(limit, parameters, "users"), parked ? PARKED : COLUMNS);
    }

    @Command(name = "user show", description = "show one person")
    void show(@Argument(index = 0) String emailOrId) {
        output.item(api.get("users", emailOrId), FIELDS);
    }

    @Command(name = "user enable", description = "let people use the portal and send them a password")
    void enable(
            @Arguments String[] emailOrId,
            @Option(longName = "show", description = "print the password instead of mailing it") boolean show,
            @Option(longName = "permanent", description = "the password need not be changed at the first sign-in")
                    boolean permanent,
            @Option(longName = "agent", description = "also for people who work for support") boolean agent,
            @Option(
                            longName = "file",
                            shortName = 'f',
                            description = "people, one a line or CSV with a column email; - is standard input")
                    @Nullable
                    String file,
            @Option(
                            longName = "organisation",
                            description = "everybody of this organisation (name or ID) and those below it")
                    @Nullable
                    String organisation,
            @Option(longName = "all-with-email", description = "everybody who has an e-mail address")
                    boolean allWithEmail,
            @Option(longName = "dry-run", description = "say who would be enabled and who refused; change nothing")
                    boolean dryRun,
            @Option(longName = "yes", shortName = 'y', description = "do not ask") boolean yes) {
        var selected = organisation != null || allWithEmail;
        if (selected && (emailOrId.length > 0 || file != null)) {
            throw Failure.usage("name people, or choose them by --organisation or --all-with-email");
        }
        if (show && (selected || dryRun)) {
            throw Failure.usage("--show is for people who are named, and does what it says");
        }
        var single = emailOrId.length == 1 && file == null && !dryRun;
        if (show || single) {
            var body = Map.of("show", show, "permanent", permanent, "evenAgent", agent);
            batch.run(Batch.named(emailOrId, file), LOGIN, person -> mailed(api.post(body, "users", person, "login")));
            return;
        }
        var people = selected ? chosen(organisation, agent) : ManyLogins.named(emailOrId, file);
        if (selected && !yes && !dryRun) {
            question.confirm("Enable " + people.size() + " people and send each who is new a password?");
        }
        many.enable(people, permanent, agent, dryRun);
    }

    /** Who can have a login at all: there, with an address, and no agents unless they are asked for. */
    private List<NamesFile.Named> chosen(@Nullable String organisation, boolean agent) {
        var parameters = new HashMap<String, @Nullable String>();
        parameters.put("organisation", organisation);
        return pages.read(0, parameters, "users")
                .path("items")
                .valueStream()
                .filter(person -> person.path("active").asBoolean(true))
                .filter(person -> !person.path("email").asString("").isEmpty())
                .filter(person -> agent || !person.path("kind").asString("").equals("agent"))
                .map(person -> new NamesFile.Named(person.path("id").asString(), 0))
                .toList();
    }

    @Command(name = "user disable", description = "end people's access to the portal, their open sessions too")
    void disable(
            @Arguments String[] emailOrId,
            @Option(
                            longName = "file",
                            shortName = 'f',
                            description = "people, one a line or CSV with a column email; - is standard input")
                    @Nullable
                    String file,
            @Option(longName = "yes", shortName = 'y', description = "do not ask") boolean yes) {
        var people = Batch.named(emailOrId, file);
        if (!yes) {
            question.confirm(
                    "End the access of " + (people.size() == 1 ? people.getFirst() : people.size() + " people") + "?");
        }
        batch.run(people, FIELDS, person -> api.delete("users", person, "login"));
    }

    @Command(name = "user password", description = "give people a new password and send it to them")
    void password(
            @Arguments String[] emailOrId,
            @Option(longName = "show", description = "print the password instead of mailing it") boolean show,
            @Option(longName = "permanent", description = "the password need not be changed at the next sign-in")
                    boolean permanent,
            @Option(
                            longName = "file",
                            shortName = 'f',
                            description = "people, one a line or CSV with a column email; - is standard input")
                    @Nullable
                    String file) {
        var body = Map.of("show", show, "permanent", permanent);
        batch.run(Batch.named(emailOrId, file), LOGIN, person -> mailed(api.post(body, "users", person, "password")));
    }

    @Command(name = "user view", description = "see the portal as one person sees it, without changing anything")
    void view(@Argument(index = 0) String emailOrId) {
        output.item(api.post(Map.of(), "users", emailOrId, "view"), VIEW);
    }

    private JsonNode mailed(JsonNode answer) {
        var address = answer.path("mailTo").asString("");
        if (!address.isEmpty()) {
            var what = answer.path("link").asBoolean(false) ? "a link to choose a password" : "the password";
            output.note("A mail with " + what + " is on its way to " + Width.harmless(address) + ".");
        }
        return answer;
    }
}
