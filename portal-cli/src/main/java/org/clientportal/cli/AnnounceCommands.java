package org.clientportal.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** Outages, planned work and news. */
class AnnounceCommands {

    private static final List<Column> COLUMNS = List.of(
            Column.of("ID", "/id"),
            Column.of("KIND", "/kind"),
            Column.of("TITLE", "/title"),
            Column.of("STATE", "/state"),
            Column.of("AFFECTED", "/affected"),
            Column.of("AUDIENCE", "/audience"),
            Column.of("FROM", "/from"),
            Column.of("UNTIL", "/until"),
            Column.of("SOURCE", "/source"),
            Column.of("BY", "/changedBy"));

    private final AdminApi api;
    private final Output output;

    AnnounceCommands(AdminApi api, Output output) {
        this.api = api;
        this.output = output;
    }

    @Command(name = "announce list", description = "list what is announced, and how many people say it affects them")
    void list(@Option(longName = "all", description = "also what is over") boolean all) {
        output.list(api.get(Map.of("all", Boolean.toString(all)), "announcements"), COLUMNS);
    }

    @Command(name = "announce add", description = "announce an outage, planned work or news")
    void add(
            @Argument(index = 0) String kind,
            @Option(longName = "title-pl", description = "title in Polish") @Nullable String titlePl,
            @Option(longName = "title-en", description = "title in English") @Nullable String titleEn,
            @Option(longName = "text-pl", description = "text in Polish") @Nullable String textPl,
            @Option(longName = "text-en", description = "text in English") @Nullable String textEn,
            @Option(
                            longName = "audience",
                            description = "everyone (default), organisation:… or group:…; several by comma")
                    @Nullable
                    String audience,
            @Option(longName = "from", description = "a moment in RFC 3339; at once when left out") @Nullable
                    String from,
            @Option(longName = "until", description = "a moment in RFC 3339; until it is ended when left out") @Nullable
                    String until) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("kind", kind);
        body.put("titles", byLanguage(titlePl, titleEn));
        body.put("texts", byLanguage(textPl, textEn));
        body.put("audience", audience == null ? null : List.of(audience.split(" *, *")));
        body.put("from", moment(from));
        body.put("until", moment(until));
        output.item(api.post(body, "announcements"), COLUMNS);
    }

    @Command(name = "announce end", description = "end an announcement: an outage is over, news no longer matters")
    void end(@Argument(index = 0) String id) {
        output.item(api.post(Map.of(), "announcements", id, "end"), COLUMNS);
    }

    private static Map<String, String> byLanguage(@Nullable String polish, @Nullable String english) {
        var texts = new LinkedHashMap<String, String>();
        if (polish != null) {
            texts.put("pl", polish);
        }
        if (english != null) {
            texts.put("en", english);
        }
        return texts;
    }

    private static @Nullable String moment(@Nullable String given) {
        try {
            return given == null ? null : Instant.parse(given).toString();
        } catch (DateTimeParseException wrong) {
            throw Failure.usage("'" + given + "' is no moment in RFC 3339, such as 2026-11-24T18:00:00Z");
        }
    }
}
