package org.clientportal.portal.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.ports.FileIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mirrors the content of files up to a set age and size; others are read from the platform when somebody opens them. */
@Component
class FileMirror implements FileIntake {

    private static final Logger LOG = LoggerFactory.getLogger(FileMirror.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Contents contents;
    private final FileMirrorSettings settings;

    FileMirror(JdbcClient jdbc, Clock clock, Contents contents, FileMirrorSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.contents = contents;
        this.settings = settings;
    }

    @Override
    @WorkTransaction
    public Optional<Missing> next() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        select a.id, a.platform_id from attachment a left join entry e on e.id = a.entry
                        where a.sha256 is null and a.platform_id is not null and a.size <= :size
                          and (e.at > :oldest or a.article is not null or a.asset is not null or a.document is not null
                            or a.note is not null)
                          and (a.retry_at is null or a.retry_at <= :now)
                        order by a.entry desc nulls first limit 1""")
                .param("size", settings.maxSize().toBytes())
                .param("oldest", now.minus(settings.maxAge()))
                .param("now", now)
                .query((row, number) -> new Missing(row.getString(1), row.getString(2)))
                .optional();
    }

    @Override
    @WorkTransaction
    public void store(Missing file, InputStream content) {
        try {
            var stored = contents.store(content);
            var id = UUID.fromString(file.attachment());
            jdbc.sql("update attachment set sha256 = ?, size = ? where id = ?")
                    .params(stored.sha256(), stored.size(), id)
                    .update();
            measure(id, stored);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    /** Pictures of articles stand in the text, and a page reserves their place. */
    private void measure(UUID id, Contents.Stored stored) throws IOException {
        var isPicture = jdbc.sql(
                        "select article is not null and content_type like 'image/%' from attachment where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
        if (!isPicture) {
            return;
        }
        try (var in = ImageIO.createImageInputStream(contents.openForWork(stored.sha256(), stored.size()))) {
            var readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                var reader = readers.next();
                reader.setInput(in);
                jdbc.sql("update attachment set width = ?, height = ? where id = ?")
                        .params(reader.getWidth(0), reader.getHeight(0), id)
                        .update();
                reader.dispose();
            }
        } catch (IIOException broken) {
            LOG.debug("a picture whose size cannot be read: {}", broken.getMessage());
        }
    }

    @Override
    @WorkTransaction
    public void failed(Missing file, boolean forGood) {
        jdbc.sql("update attachment set retry_at = cast(? as timestamptz) where id = ?")
                .params(
                        forGood ? "infinity" : clock.instant().plus(PAUSE).toString(),
                        UUID.fromString(file.attachment()))
                .update();
    }
}
