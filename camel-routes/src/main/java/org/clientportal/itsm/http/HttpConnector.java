package org.clientportal.itsm.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Check;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.OutgoingFile;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.itsm.Ticket;
import org.clientportal.itsm.http.SubmissionBody.UploadedFile;
import org.jspecify.annotations.Nullable;

/** Any platform behind a bridge that serves the open connector contract. */
class HttpConnector implements ItsmConnector {

    private static final String SUBMISSION = "/submissions/{requestKey}";

    private final HttpSettings settings;
    private final BridgeClient bridge;

    HttpConnector(HttpSettings settings) {
        this.settings = settings;
        this.bridge = new BridgeClient(settings);
    }

    @Override
    public Check check() {
        try {
            return bridge.get(Check.class, "", "/check").orElseThrow();
        } catch (ItsmUnavailable e) {
            return Check.failed(
                    settings + ": " + e.getMessage(),
                    e.alarm()
                            ? "Set portal.itsm.http.token to the token that the bridge expects, and portal.itsm.http.url to its address up to /connector/v1."
                            : "Start the bridge, or correct portal.itsm.http.url.");
        } catch (RuntimeException e) {
            return Check.failed(settings + ": " + e.getMessage(), "Look at the log of the bridge.");
        }
    }

    @Override
    public Catalogue catalogue() {
        return bridge.get(Catalogue.class, "", "/catalogue").orElseThrow();
    }

    @Override
    public ChangePage changes(@Nullable String cursor) {
        try {
            return page(cursor);
        } catch (BridgeClient.UnknownCursor e) {
            return page(null); // the reader compares versions, so reading all again is safe
        }
    }

    private ChangePage page(@Nullable String cursor) {
        var limit = settings.pageSize();
        return (cursor == null
                        ? bridge.get(ChangePage.class, "", "/changes?limit={limit}", limit)
                        : bridge.get(ChangePage.class, "", "/changes?limit={limit}&cursor={cursor}", limit, cursor))
                .orElseThrow();
    }

    @Override
    public Optional<Ticket> ticket(String ticketId) {
        return bridge.get(Ticket.class, "not-found", "/tickets/{ticketId}", ticketId);
    }

    @Override
    public InputStream openFile(String fileId) {
        return bridge.open("/files/{fileId}", fileId)
                .orElseThrow(() -> new ItsmRejected(ItsmRejected.Reason.GONE, "file " + fileId));
    }

    @Override
    public Delivered deliver(Submission submission) {
        var files = new ArrayList<UploadedFile>();
        for (var file : SubmissionBody.filesOf(submission)) {
            files.add(upload(submission.key(), files.size(), file));
        }
        return bridge.put(
                Delivered.class,
                SubmissionBody.of(submission, List.copyOf(files)),
                SUBMISSION,
                submission.key().value());
    }

    private UploadedFile upload(RequestKey key, int index, OutgoingFile file) {
        var sha256 = sha256();
        bridge.upload(
                out -> copy(file, new DigestOutputStream(out, sha256)),
                file.size(),
                SUBMISSION + "/files/{index}",
                key.value(),
                index);
        return new UploadedFile(
                index,
                file.name(),
                file.contentType(),
                file.size(),
                HexFormat.of().formatHex(sha256.digest()));
    }

    private static void copy(OutgoingFile file, DigestOutputStream out) throws IOException {
        try (var in = file.content().open()) {
            in.transferTo(out);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Delivered> find(Submission submission) {
        return bridge.get(
                Delivered.class,
                "unknown-submission",
                SUBMISSION,
                submission.key().value());
    }
}
