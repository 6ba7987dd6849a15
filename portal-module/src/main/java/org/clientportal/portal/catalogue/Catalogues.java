package org.clientportal.portal.catalogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.catalogue.CataloguePlanner.Worked;
import org.clientportal.portal.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue that is in force: planned, applied as a whole or not at all, and given back. */
@Component
@WorkTransaction
class Catalogues {

    private final CatalogueRows rows;
    private final CataloguePlanner planner;
    private final SearchIndex index;
    private final Audit audit;
    private final Clock clock;

    Catalogues(CatalogueRows rows, CataloguePlanner planner, SearchIndex index, Audit audit, Clock clock) {
        this.rows = rows;
        this.planner = planner;
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    CataloguePlan plan(String source, Map<String, byte[]> pictures) {
        return planner.work(source, pictures).plan();
    }

    /** @param base the catalogue that the caller has compared with; null not to care */
    CataloguePlan apply(String source, Map<String, byte[]> pictures, @Nullable Long base, String actor) {
        rows.lock();
        var worked = planner.work(source, pictures);
        var plan = worked.plan();
        if (base != null && base != plan.base()) {
            throw new AdminProblem(
                    Reason.WRONG_STATE,
                    "another catalogue was applied meanwhile: plan again and look at the differences");
        }
        if (!plan.problems().isEmpty()) {
            var first = plan.problems().getFirst();
            throw new AdminProblem(
                    Reason.INVALID,
                    plan.problems().size() + " to mend before it can be applied, the first in line " + first.line()
                            + ": " + first.message());
        }
        var same = rows.newest().filter(now -> now.source().equals(source)).isPresent();
        if (plan.changes() > 0 || !same) {
            carryOut(source, worked, actor);
        }
        return plan;
    }

    private void carryOut(String source, Worked worked, String actor) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var number = rows.add(source, now, actor);
        worked.pictures().forEach((name, picture) -> rows.picture(name, picture.given(), picture.drawn()));
        var kept = new HashSet<String>();
        var catalogue = worked.catalogue();
        var changed = new HashSet<String>();
        worked.plan().items().forEach(item -> changed.add(item.object()));
        for (int place = 0; place < catalogue.kinds().size(); place++) {
            var kind = catalogue.kinds().get(place);
            kept.add(kind.id());
            if (changed.contains(kind.id())) {
                put(kind, worked, place, number, now);
            } else {
                rows.place(kind.id(), catalogue.categories().indexOf(catalogue.category(kind.category())), place);
            }
        }
        worked.stored().forEach((name, stored) -> {
            if (!kept.contains(name) && !stored.retired()) {
                rows.retire(stored.id(), now);
                index.remove(KindFinds.KIND, List.of(stored.id()));
            }
        });
        rows.forgetPictures();
        audit.note(new Deed(
                Deed.Actor.administrator(actor),
                "catalogue.applied",
                new Deed.Subject(
                        "catalogue", Long.toString(number), catalogue.kinds().size() + " kinds of request"),
                Map.of("kinds", versions(worked)),
                Map.of("kinds", versions(catalogue))));
    }

    private void put(RequestKind kind, Worked worked, int place, long number, OffsetDateTime now) {
        var catalogue = worked.catalogue();
        var category = catalogue.category(kind.category());
        var id = rows.put(kind, category, catalogue.categories().indexOf(category), place, now);
        rows.version(id, kind, number);
        rows.readers(
                id,
                kind.audience().stream()
                        .map(word ->
                                AudienceWords.scope(word, worked.organisations().getOrDefault(word, "")))
                        .toList());
        index.put(List.of(KindFinds.document(id, kind, category.name(), now.toInstant())));
    }

    private static Map<String, Object> versions(Worked worked) {
        var versions = new LinkedHashMap<String, Object>();
        worked.stored().forEach((name, stored) -> {
            if (!stored.retired()) {
                versions.put(name, stored.version());
            }
        });
        return versions;
    }

    private static Map<String, Object> versions(RequestCatalogue catalogue) {
        var versions = new LinkedHashMap<String, Object>();
        catalogue.kinds().forEach(kind -> versions.put(kind.id(), kind.version()));
        return versions;
    }

    /** A file as it was applied, with its pictures; the newest when no number is given. */
    Exported export(@Nullable Long number) {
        var applied = (number == null ? rows.newest() : rows.numbered(number))
                .orElseThrow(() -> new AdminProblem(
                        Reason.NOT_FOUND,
                        number == null ? "no catalogue was applied yet" : "there is no catalogue " + number));
        var pictures = new LinkedHashMap<String, byte[]>();
        var here = rows.pictures();
        for (var kind : CatalogueFile.read(applied.source()).catalogue().kinds()) {
            if (kind.picture() != null && here.containsKey(kind.picture())) {
                pictures.put(kind.picture(), rows.picture(Objects.requireNonNull(kind.picture())));
            }
        }
        return new Exported(applied.number(), applied.at().toInstant(), applied.by(), applied.source(), pictures);
    }

    /** A file that was applied. */
    record Exported(
            long number, java.time.Instant appliedAt, String appliedBy, String source, Map<String, byte[]> pictures) {}
}
