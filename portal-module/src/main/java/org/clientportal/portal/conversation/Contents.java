package org.clientportal.portal.conversation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Bytes of files, stored once per SHA-256 in chunks of 256 kB, streamed both ways. */
@Component
public class Contents {

    static final int CHUNK = 256 * 1024;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionOperations page;
    private final TransactionOperations work;

    Contents(
            JdbcClient jdbc,
            Clock clock,
            @Qualifier("pageTransactions") PlatformTransactionManager page,
            @Qualifier("workTransactions") PlatformTransactionManager work) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.page = new TransactionTemplate(page);
        this.work = new TransactionTemplate(work);
    }

    /** What was stored. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Stored(byte[] sha256, long size) {}

    /** Stores a stream within the caller's transaction; closes it. */
    public Stored store(InputStream source) throws IOException {
        var spool = Files.createTempFile("portal-content", null);
        try {
            var digest = sha256();
            try (source;
                    var out = new DigestOutputStream(Files.newOutputStream(spool), digest)) {
                source.transferTo(out);
            }
            var stored = new Stored(digest.digest(), Files.size(spool));
            insert(stored, spool);
            return stored;
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private void insert(Stored stored, Path spool) throws IOException {
        var isNew = jdbc.sql("insert into content (sha256, size, stored_at) values (?, ?, ?) on conflict do nothing")
                        .params(
                                stored.sha256(),
                                stored.size(),
                                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
        if (!isNew) {
            return;
        }
        try (var in = Files.newInputStream(spool)) {
            var no = 0;
            for (var bytes = in.readNBytes(CHUNK); bytes.length > 0; bytes = in.readNBytes(CHUNK)) {
                jdbc.sql("insert into content_chunk (sha256, no, bytes) values (?, ?, ?)")
                        .params(stored.sha256(), no++, bytes)
                        .update();
            }
        }
    }

    /** Reads as the current viewer may; each chunk in a transaction of its own, so that a slow reader holds nothing. */
    public InputStream openForPage(byte[] sha256, long size) {
        return new SequenceInputStream(new Chunks(page, sha256, size));
    }

    /** Reads on behalf of a route. */
    public InputStream openForWork(byte[] sha256, long size) {
        return new SequenceInputStream(new Chunks(work, sha256, size));
    }

    private final class Chunks implements Enumeration<InputStream> {

        private final TransactionOperations eyes;
        private final byte[] sha256;
        private final int count;
        private int next;

        Chunks(TransactionOperations eyes, byte[] sha256, long size) {
            this.eyes = eyes;
            this.sha256 = sha256;
            this.count = Math.toIntExact((size + CHUNK - 1) / CHUNK);
        }

        @Override
        public boolean hasMoreElements() {
            return next < count;
        }

        @Override
        public InputStream nextElement() {
            var no = next++;
            var bytes = Objects.requireNonNull(
                    eyes.execute(status -> jdbc.sql("select bytes from content_chunk where sha256 = ? and no = ?")
                            .params(sha256, no)
                            .query((result, number) -> result.getBytes(1))
                            .optional()));
            return new ByteArrayInputStream(bytes.orElseThrow(
                    () -> new NoSuchElementException("chunk " + no + " is not there or not to be seen")));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
