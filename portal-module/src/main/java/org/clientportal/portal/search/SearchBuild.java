package org.clientportal.portal.search;

import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the index is built of what was there before it, or was read in an older way; kept, so that it goes on after a stop. */
@Component
class SearchBuild {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final SearchIndex index;
    private final List<Finds> features;

    SearchBuild(JdbcClient jdbc, SearchIndex index, List<Finds> features) {
        this.jdbc = jdbc;
        this.index = index;
        this.features = List.copyOf(features);
    }

    /** One batch; false when nothing is left to do. */
    @WorkTransaction
    public boolean step() {
        var next = features.stream().filter(this::isUnfinished).findFirst();
        next.ifPresent(this::go);
        return next.isPresent();
    }

    private boolean isUnfinished(Finds finds) {
        return jdbc.sql("select exists (select from search_build where kind = ? and version = ? and done)")
                .params(finds.kind(), Analysis.VERSION)
                .query(Boolean.class)
                .single()
                .equals(false);
    }

    private void go(Finds finds) {
        var last = lastOf(finds).orElseGet(() -> begin(finds));
        var batch = finds.after(last, AT_ONCE);
        index.put(batch);
        var to = batch.stream().mapToLong(Findable::object).max().orElse(last);
        jdbc.sql("update search_build set last_object = ?, done = ? where kind = ?")
                .params(to, batch.isEmpty(), finds.kind())
                .update();
    }

    private Optional<Long> lastOf(Finds finds) {
        return jdbc.sql("select last_object from search_build where kind = ? and version = ? for update")
                .params(finds.kind(), Analysis.VERSION)
                .query(Long.class)
                .optional();
    }

    private long begin(Finds finds) {
        jdbc.sql("""
                        insert into search_build (kind, version, last_object, done) values (?, ?, 0, false)
                        on conflict (kind) do update set version = excluded.version, last_object = 0, done = false""").params(finds.kind(), Analysis.VERSION).update();
        return 0;
    }
}
