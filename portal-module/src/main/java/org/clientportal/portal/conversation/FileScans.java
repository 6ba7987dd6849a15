package org.clientportal.portal.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.conversation.Clamd.Verdict;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the scanner says of contents: told once for each, and asked before a file is given to anybody. */
@Component
public class FileScans {

    private static final Logger LOG = LoggerFactory.getLogger(FileScans.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final @Nullable Clamd clamd;

    FileScans(JdbcClient jdbc, Clock clock, Audit audit, ScannerSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        var address = settings.clamd();
        this.clamd = address == null || address.isBlank() ? null : new Clamd(address, settings.timeout());
    }

    /** Whether a file may be given away. */
    public enum State {
        CLEAN,
        /** Nobody has looked at it yet. */
        WAITING,
        /** Something was found in it, or it cannot be looked at. */
        HELD
    }

    /** Whether files are looked at. */
    public boolean isOn() {
        return clamd != null;
    }

    /** @param noted what is noted of the content; null for nothing */
    public State of(@Nullable String noted) {
        if (noted == null || noted.equals("WAITING")) {
            return isOn() ? State.WAITING : State.CLEAN;
        }
        // what was found once stays found, also when nobody looks any more
        return State.valueOf(noted);
    }

    /** A content that is to be looked at. */
    @SuppressWarnings("ArrayRecordComponent")
    record Unseen(byte[] sha256, long size) {}

    /** The newest that nobody has looked at, or whose next try is due. */
    @WorkTransaction
    Optional<Unseen> unseen() {
        return jdbc.sql("""
                        select c.sha256, c.size from content c left join content_scan s on s.sha256 = c.sha256
                        where s.sha256 is null or (s.state = 'WAITING' and s.retry_at <= ?)
                        order by c.stored_at desc limit 1""")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Unseen(row.getBytes("sha256"), row.getLong("size")))
                .optional();
    }

    @WorkTransaction
    void note(Unseen content, Verdict verdict) {
        switch (verdict) {
            case Verdict.Clean clean -> store(content, State.CLEAN, "");
            case Verdict.Infected infected -> {
                store(content, State.HELD, infected.signature());
                tell(content, infected.signature());
            }
            case Verdict.Unsaid unsaid -> {
                if (unsaid.why().contains("size limit exceeded")) {
                    store(content, State.HELD, "");
                    tell(content, "too large for the scanner");
                } else {
                    later(content, unsaid.why());
                }
            }
        }
    }

    /** It is tried again, later each time. */
    @WorkTransaction
    void later(Unseen content, String why) {
        LOG.warn("a file could not be looked at, and waits: {}", why);
        jdbc.sql("""
                        insert into content_scan as s (sha256, state, signature, tries, checked_at, retry_at)
                        values (:sha256, 'WAITING', '', 1, :now, :now + interval '1 minute')
                        on conflict (sha256) do update set tries = s.tries + 1, checked_at = :now,
                          retry_at = :now + least(power(2, least(s.tries, 10)) * interval '1 minute', cast(:longest as interval))""")
                .param("sha256", content.sha256())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("longest", LONGEST_PAUSE.toString())
                .update();
    }

    private void store(Unseen content, State state, String signature) {
        jdbc.sql("""
                        insert into content_scan (sha256, state, signature, tries, checked_at)
                        select :sha256, :state, :signature, 1, :now where exists (select from content where sha256 = :sha256)
                        on conflict (sha256) do update set state = excluded.state, signature = excluded.signature,
                          tries = content_scan.tries + 1, checked_at = excluded.checked_at, retry_at = null""")
                .param("sha256", content.sha256())
                .param("state", state.name())
                .param("signature", signature)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Administrators find it in the record of deeds. */
    private void tell(Unseen content, String what) {
        LOG.warn("a file is held: {}", what);
        jdbc.sql("select cast(id as text) as id, name from attachment where sha256 = ? order by id limit 20")
                .param(content.sha256())
                .query((row, number) -> new Deed.Subject("file", row.getString("id"), row.getString("name")))
                .list()
                .forEach(file ->
                        audit.note(new Deed(Deed.Actor.portal(), "file.held", file, Map.of(), Map.of("found", what))));
    }

    /** Asks the scanner. */
    Verdict ask(InputStream content) throws IOException {
        if (clamd == null) {
            throw new IllegalStateException("no scanner is set");
        }
        return clamd.scan(content);
    }

    /**
     * The same content, looked at before the first byte is given away: for what is not mirrored.
     *
     * @throws FileHeld when it is not clean, or nobody can say
     */
    InputStream lookedAt(InputStream content) {
        if (!isOn()) {
            return content;
        }
        Path spool = null;
        try (content) {
            spool = Files.createTempFile("portal-scan", null);
            Files.copy(content, spool, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            var verdict = ask(Files.newInputStream(spool));
            if (verdict instanceof Verdict.Clean) {
                return Files.newInputStream(spool, StandardOpenOption.DELETE_ON_CLOSE);
            }
            delete(spool);
            throw new FileHeld(verdict instanceof Verdict.Infected ? State.HELD : State.WAITING);
        } catch (IOException silent) {
            delete(spool);
            LOG.warn("a file could not be looked at: {}", silent.toString());
            throw new FileHeld(State.WAITING);
        }
    }

    private static void delete(@Nullable Path spool) {
        try {
            if (spool != null) {
                Files.deleteIfExists(spool);
            }
        } catch (IOException stays) {
            LOG.debug("a temporary file stays: {}", stays.toString());
        }
    }
}
