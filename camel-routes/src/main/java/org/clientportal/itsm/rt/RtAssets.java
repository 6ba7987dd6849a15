package org.clientportal.itsm.rt;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Asset.Field;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Asset.Kind;
import org.clientportal.itsm.Asset.State;
import org.clientportal.itsm.Entry.FileRef;
import org.jspecify.annotations.Nullable;

/**
 * RT's assets of the catalogs that the portal reads. Whoever holds one are the users of its role HeldBy; groups in it share it among
 * their people, as far as the portal may know them, and so do the organisations of a custom field.
 */
class RtAssets {

    private static final String ROWS = "/assets?query={query}&orderby=id&order=ASC&per_page={count}"
            + "&fields=Name,Status,HeldBy,LastUpdated,CustomFields&fields[HeldBy]=id,Name";
    private static final int PAGE = 100;
    private static final int LATER_FOUND = 20;

    private final RtClient rt;
    private final RtAssetSettings settings;
    private final RtHistories histories;

    RtAssets(RtClient rt, RtAssetSettings settings) {
        this.rt = rt;
        this.settings = settings;
        this.histories = new RtHistories(rt, "RT::Asset");
    }

    /** Everything behind an id, so many at once; empty when nothing is left. */
    List<Asset> after(long id, int count) {
        return settings.catalogs().isEmpty() ? List.of() : told(rows("id > " + id, count));
    }

    /** These as they are now; what is deleted or was moved to another catalog is gone, as far as the account still sees it. */
    List<Asset> read(Collection<String> ids) {
        if (ids.isEmpty() || settings.catalogs().isEmpty()) {
            return List.of();
        }
        var any = ids.stream().map(id -> "id = " + id).collect(Collectors.joining(" OR "));
        var found = new ArrayList<>(told(rows(any, Math.max(PAGE, ids.size()))));
        var known = found.stream().map(Asset::id).collect(Collectors.toSet());
        histories
                .ofAbsent(ids.stream().filter(id -> !known.contains(id)).toList())
                .forEach((id, history) -> found.add(gone(id, history)));
        return List.copyOf(found);
    }

    /** Whether RT has an asset of this id that the portal reads. */
    boolean has(String id) {
        return id.matches("\\d{1,15}")
                && !settings.catalogs().isEmpty()
                && !rows("id = " + id, LATER_FOUND).isEmpty();
    }

    /** RT reads catalogs that the account does not see as none at all. */
    private List<RtItem> rows(String which, int count) {
        var catalogs = settings.catalogs().stream()
                .map(name -> "Catalog = '" + name.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(" OR "));
        return rt.page(ROWS, "(" + which + ") AND (" + catalogs + ")", count);
    }

    private List<Asset> told(List<RtItem> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var told = histories.of(rows);
        var groups =
                rows.stream().flatMap(row -> holders(row, "group")).findAny().isEmpty()
                        ? Set.<String>of()
                        : RtGroups.visible(rt).stream()
                                .map(group -> group.text("Name"))
                                .collect(Collectors.toSet());
        return rows.stream()
                .map(row -> asset(row, groups, told.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Stream<RtItem> holders(RtItem row, String type) {
        return row.objects("HeldBy").stream()
                .filter(holder -> holder.text("type").equals(type));
    }

    private Asset asset(RtItem row, Set<String> known, List<RtItem> history) {
        var word = row.customField(settings.stateField());
        var stateName = word.isBlank() ? row.text("Status") : word;
        return new Asset(
                row.id(),
                kind(row.customField(settings.kindField())),
                row.text("Name"),
                row.customField(settings.modelField()),
                row.customField(settings.makerField()),
                textOrNull(row.customField(settings.codeField())),
                textOrNull(row.customField(settings.serialField())),
                settings.meaning(stateName),
                stateName,
                new Holders(
                        holders(row, "user")
                                .filter(user -> !user.text("Name").equals("Nobody"))
                                .map(RtItem::id)
                                .toList(),
                        holders(row, "group")
                                .map(group -> group.text("Name"))
                                .filter(known::contains)
                                .toList(),
                        row.customFieldValues(settings.organisationField()).stream()
                                .map(String::strip)
                                .toList()),
                day(row.customField(settings.heldSinceField())),
                day(row.customField(settings.returnByField())),
                day(row.customField(settings.warrantyField())),
                row.customField(settings.locationField()),
                settings.publicFields().stream()
                        .map(name -> new Field(name, String.join(", ", row.customFieldValues(name))))
                        .filter(field -> !field.value().isEmpty())
                        .toList(),
                files(row),
                row.time("LastUpdated"),
                false,
                RtHistories.version(history));
    }

    private static Asset gone(String id, List<RtItem> history) {
        return new Asset(
                id,
                Kind.OTHER,
                "",
                "",
                "",
                null,
                null,
                State.RETIRED,
                "",
                Holders.NOBODY,
                null,
                null,
                null,
                "",
                List.of(),
                List.of(),
                history.getLast().time("Created"),
                true,
                RtHistories.version(history));
    }

    private static Kind kind(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "device" -> Kind.DEVICE;
            case "licence", "license" -> Kind.LICENCE;
            case "accessory" -> Kind.ACCESSORY;
            default -> Kind.OTHER;
        };
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** Also of a field that holds a time; what is no day is none. */
    private static @Nullable LocalDate day(String value) {
        try {
            return value.length() < "2026-12-31".length() ? null : LocalDate.parse(value.substring(0, 10));
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private List<FileRef> files(RtItem row) {
        return RtKnowledge.files(row.customFieldObjects(settings.documentsField()));
    }
}
