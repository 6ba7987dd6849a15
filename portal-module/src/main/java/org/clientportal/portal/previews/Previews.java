package org.clientportal.portal.previews;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures of the pages of files, as far as they are made. Within a page's transaction, with the viewer's eyes. */
@Component
public class Previews {

    /** What pages can be drawn of. */
    static final Set<String> DRAWN = Set.of("application/pdf", "image/png", "image/jpeg", "image/gif");

    private final JdbcClient jdbc;
    private final PreviewSettings settings;

    Previews(JdbcClient jdbc, PreviewSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** How far it is. */
    public enum State {
        /** The file is of a type, or of a size, of which there are never pictures. */
        NEVER,
        /** Not yet. */
        COMING,
        READY,
        /** The file wants a password. */
        LOCKED,
        /** It could not be drawn. */
        FAILED
    }

    /**
     * The pictures of a file.
     *
     * @param count how many pages the file has, of which there are pictures of the first ones
     */
    public record Preview(State state, int count, List<Size> pages) {

        public Preview {
            pages = List.copyOf(pages);
        }
    }

    /** No pictures, and nothing to say of it. */
    public static final Preview NOTHING = new Preview(State.NEVER, 0, List.of());

    /** The size of a picture in pixels. */
    public record Size(int page, int width, int height) {}

    /** The picture of a page. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Picture(String contentType, byte[] bytes) {}

    /**
     * What there is of a file that the viewer may read.
     *
     * @param type of its content, without parameters
     * @param size bytes; -1 when not known
     * @param sha256 null while its content is not mirrored
     */
    public Preview of(String type, long size, byte @Nullable [] sha256) {
        if (!settings.enabled()
                || !DRAWN.contains(type)
                || size > settings.maxSize().toBytes()) {
            return NOTHING;
        }
        if (sha256 == null) {
            return new Preview(State.COMING, 0, List.of());
        }
        return jdbc.sql("select state, pages from content_preview where sha256 = ?")
                .param(sha256)
                .query((row, number) ->
                        new Preview(State.valueOf(row.getString("state")), row.getInt("pages"), sizes(sha256)))
                .optional()
                .orElseGet(() -> new Preview(State.COMING, 0, List.of()));
    }

    private List<Size> sizes(byte[] sha256) {
        return jdbc.sql("select page, width, height from preview_page where sha256 = ? order by page")
                .param(sha256)
                .query((row, number) -> new Size(row.getInt("page"), row.getInt("width"), row.getInt("height")))
                .list();
    }

    /** The picture of one page. */
    public Optional<Picture> page(byte[] sha256, int page) {
        return jdbc.sql("select content_type, bytes from preview_page where sha256 = ? and page = ?")
                .params(sha256, page)
                .query((row, number) -> new Picture(row.getString("content_type"), row.getBytes("bytes")))
                .optional();
    }
}
