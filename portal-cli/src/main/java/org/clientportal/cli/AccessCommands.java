package org.clientportal.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;
import tools.jackson.databind.JsonNode;

/** Who has which feature, and why somebody sees something. */
class AccessCommands {

    private static final List<Column> LINES = List.of(
            Column.of("LEVEL", "/level"),
            Column.of("WHO", "/subjectName"),
            Column.of("FEATURE", "/feature"),
            Column.of("GRANTED", "/granted"),
            Column.of("DECIDES", "/decides"),
            Column.of("BRANCH", "/branch"),
            Column.of("PROFILE", "/profile"),
            Column.of("UNTIL", "/until"),
            Column.of("OVER", "/over"),
            Column.of("BY", "/changedBy"),
            Column.of("SINCE", "/changedAt"));

    private static final List<Column> EXPLANATION =
            List.of(Column.of("WHO", "/name"), Column.of("WHAT", "/object"), Column.of("VISIBLE", "/visible"));

    private static final List<Column> STEPS =
            List.of(Column.of("STEP", "/step"), Column.of("FULFILLED", "/fulfilled"), Column.of("WHY", "/why"));

    private static final List<Column> MEMBERS = List.of(
            Column.of("GROUP", "/group"),
            Column.of("ID", "/id"),
            Column.of("NAME", "/name"),
            Column.of("EMAIL", "/email"),
            Column.of("BY", "/by"));

    private static final List<Column> CATEGORIES =
            List.of(Column.of("ID", "/id"), Column.of("NAME", "/name"), Column.of("CONFIDENTIAL", "/confidential"));

    private final AdminApi api;
    private final Output output;

    AccessCommands(AdminApi api, Output output) {
        this.api = api;
        this.output = output;
    }

    @Command(name = "access show", description = "show who has which feature, for everybody or for one")
    void show(@Arguments String[] who) {
        if (who.length > 1) {
            throw Failure.usage("name one, or nobody for all");
        }
        output.list(api.get(who.length == 0 ? Map.of() : Map.of("subject", who[0]), "access", "lines"), LINES);
    }

    @Command(
            name = "access grant",
            description = "give features or a profile to a person, a group, an organisation or all")
    void grant(
            @Arguments String[] whoAndFeatures,
            @Option(
                            longName = "profile",
                            description =
                                    "a bundle: employee, external-client, restricted, and the first two with -second-factor")
                    @Nullable
                    String profile,
            @Option(longName = "until", description = "a day (it counts in full) or a moment in RFC 3339") @Nullable
                    String until,
            @Option(longName = "branch", description = "for organisation-tickets: whose branch is seen") @Nullable
                    String branch,
            @Option(longName = "deny", description = "say no instead of yes") boolean deny) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("subject", who(whoAndFeatures));
        body.put("features", features(whoAndFeatures));
        body.put("profile", profile);
        body.put("denied", deny);
        body.put("until", until == null ? null : moment(until).toString());
        body.put("branch", branch);
        output.list(api.post(body, "access", "lines"), LINES);
    }

    @Command(name = "access revoke", description = "take lines back, so that the next level decides again")
    void revoke(@Arguments String[] whoAndFeatures) {
        var features = features(whoAndFeatures);
        if (features.isEmpty()) {
            throw Failure.usage("name whom, and what to take back");
        }
        output.list(
                api.delete(
                        Map.of("subject", who(whoAndFeatures), "feature", String.join(",", features)),
                        "access",
                        "lines"),
                LINES);
    }

    @Command(name = "access explain", description = "say why a person sees something, or what is missing")
    void explain(@Argument(index = 0) String emailOrId, @Argument(index = 1) String pathOrFeature) {
        var answer = api.get(Map.of("person", emailOrId, "of", pathOrFeature), "access", "explanation");
        output.item(answer, EXPLANATION);
        output.details(answer.path("steps"), STEPS);
    }

    @Command(name = "access group list", description = "list groups and who is in them")
    void groups(@Arguments String[] name) {
        output.list(api.get(name.length == 0 ? Map.of() : Map.of("name", name[0]), "access", "groups"), MEMBERS);
    }

    @Command(name = "access group add", description = "put people into a group")
    void join(@Arguments String[] groupAndPeople) {
        output.list(last(groupAndPeople, person -> api.put("access", "groups", groupAndPeople[0], person)), MEMBERS);
    }

    @Command(name = "access group remove", description = "take people out of a group")
    void leave(@Arguments String[] groupAndPeople) {
        output.list(last(groupAndPeople, person -> api.delete("access", "groups", groupAndPeople[0], person)), MEMBERS);
    }

    @Command(name = "access category list", description = "list the platform's categories and which are confidential")
    void categories() {
        output.list(api.get("access", "categories"), CATEGORIES);
    }

    @Command(
            name = "access category hide",
            description = "make a category confidential: no organisation sees its tickets")
    void hide(@Argument(index = 0) String id) {
        output.item(api.put("access", "categories", id, "confidential"), CATEGORIES);
    }

    @Command(name = "access category show", description = "let organisations see a category's tickets again")
    void unhide(@Argument(index = 0) String id) {
        output.item(api.delete("access", "categories", id, "confidential"), CATEGORIES);
    }

    private static String who(String[] whoAndFeatures) {
        if (whoAndFeatures.length == 0) {
            throw Failure.usage("name whom: installation, organisation:…, group:… or a person's id or address");
        }
        return whoAndFeatures[0];
    }

    private static List<String> features(String[] whoAndFeatures) {
        return List.of(whoAndFeatures).subList(1, whoAndFeatures.length);
    }

    private static JsonNode last(String[] groupAndPeople, Function<String, JsonNode> each) {
        if (groupAndPeople.length < 2) {
            throw Failure.usage("name a group, and at least one person");
        }
        return features(groupAndPeople).stream()
                .map(each)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** A day counts in full, here where the administrator is. */
    private static Instant moment(String until) {
        try {
            return until.indexOf('T') < 0
                    ? LocalDate.parse(until)
                            .plusDays(1)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant()
                    : Instant.parse(until);
        } catch (DateTimeParseException garbled) {
            throw Failure.usage("--until is a day such as 2026-12-31 or a moment such as 2026-12-31T16:00:00Z");
        }
    }
}
