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

    private static final List<Column> FIELDS = List.of(
            Column.of("ID", "/id"),
            Column.of("NAME", "/name"),
            Column.of("EMAIL", "/email"),
            Column.of("KIND", "/kind"),
            Column.of("ORGANISATION", "/organisation"),
            Column.of("ENABLED", "/access/enabled"),
            Column.of("SINCE", "/access/since"),
            Column.of("BY", "/access/by"),
            Column.of("PLATFORM SAYS", "/access/platform"),
            Column.of("LOGIN", "/login/state"),
            Column.of("LOGIN ID", "/login/id"));

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
    private final Question question;

    UserCommands(AdminApi api, Pages pages, Output output, Batch batch, Question question) {
        this.api = api;
        this.pages = pages;
        this.output = output;
        this.batch = batch;
        this.question = question;
    }

    @Command(name = "user list", description = "list people and whether they may use the portal")
    void list(
            @Option(longName = "query", shortName = 'q', description = "part of a name, an address or an organisation")
                    @Nullable
                    String query,
            @Option(longName = "enabled", description = "only people who may use the portal") boolean enabled,
            @Option(longName = "disabled", description = "only people who may not") boolean disabled,
            @Option(longName = "limit", shortName = 'n', description = "at most so many; all when left out")
                    int limit) {
        if (enabled && disabled) {
            throw Failure.usage("--enabled and --disabled exclude each other");
        }
        var parameters = new HashMap<String, @Nullable String>();
        parameters.put("query", query);
        parameters.put("enabled", enabled ? "true" : disabled ? "false" : null);
        output.list(pages.read(limit, parameters, "users"), COLUMNS);
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
            @Option(longName = "file", shortName = 'f', description = "people, one a line; - is standard input")
                    @Nullable
                    String file) {
        var body = Map.of("show", show, "permanent", permanent, "evenAgent", agent);
        batch.run(Batch.named(emailOrId, file), LOGIN, person -> mailed(api.post(body, "users", person, "login")));
    }

    @Command(name = "user disable", description = "end people's access to the portal, their open sessions too")
    void disable(
            @Arguments String[] emailOrId,
            @Option(longName = "file", shortName = 'f', description = "people, one a line; - is standard input")
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
            @Option(longName = "file", shortName = 'f', description = "people, one a line; - is standard input")
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
            output.note("A mail with the password is on its way to " + Width.harmless(address) + ".");
        }
        return answer;
    }
}
