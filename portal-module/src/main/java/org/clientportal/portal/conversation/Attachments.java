package org.clientportal.portal.conversation;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.ports.PlatformFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of conversations, articles, assets and documents, authorised by attachment, never by hash. */
@Component
public class Attachments {

    private final JdbcClient jdbc;
    private final Contents contents;
    private final PlatformFiles platform;
    private final FileScans scans;

    Attachments(JdbcClient jdbc, Contents contents, PlatformFiles platform, FileScans scans) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.platform = platform;
        this.scans = scans;
    }

    /**
     * A file the viewer may read.
     *
     * @param size bytes, -1 when the platform did not say
     * @param sha256 null while its content is not mirrored
     * @param noted what the scanner said of it; null for nothing
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Found(
            String name,
            String contentType,
            long size,
            byte @Nullable [] sha256,
            @Nullable String platformId,
            @Nullable String noted) {}

    @PageTransaction
    public Optional<Found> visibleTo(Viewer viewer, UUID id) {
        return jdbc.sql(FOUND + """
                        where a.id = :id and exists (select from ticket_reader r where r.ticket = a.ticket
                          and r.scope in (:scopes) and (r.until is null or r.until > now()) offset 0)""")
                .param("id", id)
                .param("scopes", viewer.scopes())
                .query(Attachments::found)
                .optional();
    }

    /** A file of an article that the viewer may read, within the caller's transaction. */
    public Optional<Found> ofArticle(long article, UUID id) {
        return jdbc.sql(FOUND + "where a.id = ? and a.article = ?")
                .params(id, article)
                .query(Attachments::found)
                .optional();
    }

    /** A document of an asset that the viewer has, within the caller's transaction. */
    public Optional<Found> ofAsset(long asset, UUID id) {
        return jdbc.sql(FOUND + "where a.id = ? and a.asset = ?")
                .params(id, asset)
                .query(Attachments::found)
                .optional();
    }

    /** The file of a version of a document that the viewer may read, within the caller's transaction. */
    public Optional<Found> ofDocument(long document, UUID id) {
        return jdbc.sql(FOUND + "where a.id = ? and a.document = ?")
                .params(id, document)
                .query(Attachments::found)
                .optional();
    }

    /** A file of a note that the viewer may read, within the caller's transaction. */
    public Optional<Found> ofNote(long note, UUID id) {
        return jdbc.sql(FOUND + "where a.id = ? and a.note = ?")
                .params(id, note)
                .query(Attachments::found)
                .optional();
    }

    private static final String FOUND = """
            select a.name, lower(split_part(a.content_type, ';', 1)) as type, a.size, a.sha256, a.platform_id,
              (select s.state from content_scan s where s.sha256 = a.sha256) as noted
            from attachment a
            """;

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getString("name"),
                row.getString("type").strip(),
                row.getLong("size"),
                row.getBytes("sha256"),
                row.getString("platform_id"),
                row.getString("noted"));
    }

    /** Whether a file may be given away now. */
    public FileScans.State state(Found file) {
        return scans.of(file.noted());
    }

    /**
     * From the mirror, or from the platform when it is not here yet: the one case in which a page waits for it.
     *
     * @throws FileHeld when nobody found it clean
     */
    InputStream open(Found file) {
        var sha256 = file.sha256();
        if (sha256 != null) {
            var state = state(file);
            if (state != FileScans.State.CLEAN) {
                throw new FileHeld(state);
            }
            return contents.openForPage(sha256, file.size());
        }
        if (file.platformId() == null) {
            throw new IllegalStateException("an attachment with neither content nor a place on the platform");
        }
        return scans.lookedAt(platform.open(file.platformId()));
    }
}
