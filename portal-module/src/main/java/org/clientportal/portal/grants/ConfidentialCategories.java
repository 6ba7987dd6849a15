package org.clientportal.portal.grants;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.sync.PlatformLists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Categories whose tickets no organisation sees, only the people on them. The reader rows follow in the same transaction. */
@Component
@WorkTransaction
class ConfidentialCategories {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final Hints hints;
    private final PlatformLists lists;

    ConfidentialCategories(JdbcClient jdbc, Clock clock, Audit audit, Hints hints, PlatformLists lists) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.hints = hints;
        this.lists = lists;
    }

    /** A category of the platform and whether it is confidential. */
    record Category(String id, String name, boolean confidential) {}

    List<Category> list() {
        var confidential = jdbc.sql("select category from confidential_category")
                .query(String.class)
                .set();
        return lists.now().categories().stream()
                .map(choice -> new Category(choice.id(), choice.name("en"), confidential.contains(choice.id())))
                .toList();
    }

    Category set(String id, boolean confidential, String actor) {
        var category = list().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AdminProblem(Reason.NOT_FOUND, "the platform has no category " + id));
        if (category.confidential() != confidential) {
            if (confidential) {
                jdbc.sql("insert into confidential_category (category, changed_at, changed_by) values (?, ?, ?)")
                        .params(id, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor)
                        .update();
            } else {
                jdbc.sql("delete from confidential_category where category = ?")
                        .param(id)
                        .update();
            }
            audit.note(Deed.of(
                    Deed.Actor.administrator(actor),
                    confidential ? "category.hidden" : "category.shown",
                    new Deed.Subject("category", id, category.name())));
            hints.rightsChanged(Optional.empty());
        }
        return new Category(id, category.name(), confidential);
    }
}
