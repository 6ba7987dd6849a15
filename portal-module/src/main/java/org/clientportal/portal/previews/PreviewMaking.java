package org.clientportal.portal.previews;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.conversation.Contents;
import org.clientportal.portal.conversation.FileScans;
import org.clientportal.portal.previews.Drawing.Drawn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be drawn, and keeping what was. */
@Component
class PreviewMaking {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewMaking.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Contents contents;
    private final Drawing drawing;
    private final PreviewSettings settings;
    private final FileScans scans;
    private final ApplicationEventPublisher events;

    PreviewMaking(
            JdbcClient jdbc,
            Clock clock,
            Contents contents,
            Drawing drawing,
            PreviewSettings settings,
            FileScans scans,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.contents = contents;
        this.drawing = drawing;
        this.settings = settings;
        this.scans = scans;
        this.events = events;
    }

    /** A content without pictures. */
    @SuppressWarnings("ArrayRecordComponent")
    record Undrawn(byte[] sha256, long size, String type) {}

    /** The newest content of a document that has no pictures yet. */
    @WorkTransaction
    Optional<Undrawn> undrawn() {
        return jdbc.sql("""
                        select a.sha256, c.size, lower(split_part(a.content_type, ';', 1)) as type
                        from attachment a join content c on c.sha256 = a.sha256
                        where a.document is not null and c.size <= :size
                          and lower(split_part(a.content_type, ';', 1)) in (:types)
                          and not exists (select from content_preview p where p.sha256 = a.sha256)
                          and (not :scanned and not exists (select from content_scan s where s.sha256 = a.sha256 and s.state = 'HELD')
                            or exists (select from content_scan s where s.sha256 = a.sha256 and s.state = 'CLEAN'))
                        order by c.stored_at desc limit 1""")
                .param("size", settings.maxSize().toBytes())
                .param("types", Previews.DRAWN)
                .param("scanned", scans.isOn())
                .query((row, number) -> new Undrawn(row.getBytes("sha256"), row.getLong("size"), row.getString("type")))
                .optional();
    }

    /** Takes its time; outside of any transaction. */
    Drawn draw(Undrawn content) {
        try {
            return drawing.draw(contents.openForWork(content.sha256(), content.size()), content.type());
        } catch (IOException | RuntimeException broken) {
            LOG.warn("the pages of a file could not be drawn: {}", broken.toString());
            return Drawn.nothing("FAILED");
        }
    }

    @WorkTransaction
    void keep(Undrawn content, Drawn drawn) {
        var isNew = jdbc.sql("""
                        insert into content_preview (sha256, state, pages, text, made_at)
                        select ?, ?, ?, ?, ? where exists (select from content where sha256 = ?) on conflict do nothing""")
                        .params(
                                content.sha256(),
                                drawn.state(),
                                drawn.count(),
                                drawn.text().replace("\u0000", ""),
                                clock.instant().atOffset(ZoneOffset.UTC),
                                content.sha256())
                        .update()
                == 1;
        if (!isNew) {
            return;
        }
        drawn.pages()
                .forEach(page -> jdbc.sql("""
                                insert into preview_page (sha256, page, width, height, content_type, bytes)
                                values (?, ?, ?, ?, ?, ?)""")
                        .params(
                                content.sha256(),
                                page.number(),
                                page.width(),
                                page.height(),
                                page.contentType(),
                                page.bytes())
                        .update());
        events.publishEvent(new ContentRead(content.sha256()));
    }
}
