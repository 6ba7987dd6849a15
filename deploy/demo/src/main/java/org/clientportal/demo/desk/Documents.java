package org.clientportal.demo.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.demo.desk.Register.Step;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Document.Version;
import org.clientportal.itsm.Entry.FileRef;

/** What agents do with documents. What is taken back stays in the desk with its words; they do not leave it then. */
final class Documents {

    private static final Audience NOBODY = new Audience(false, false, List.of(), List.of(), List.of());

    private final Register register;

    Documents(Register register) {
        this.register = register;
    }

    /** What the contract may show: nothing of one that is taken back, or of one that has no file yet. */
    static Document published(Document d) {
        return d.gone() || d.versions().isEmpty()
                ? new Document(d.id(), "", "", "", NOBODY, List.of(), d.changedAt(), true, d.version())
                : d;
    }

    static Document numbered(Document d, Instant changedAt, long version) {
        return new Document(
                d.id(), d.title(), d.kind(), d.summary(), d.audience(), d.versions(), changedAt, d.gone(), version);
    }

    /** A new document; its id, time, versions and version are the desk's. */
    String issue(Document draft, List<FileRef> first) {
        return register.act(step -> {
            var id = "c" + (step.documents().size() + 1);
            if (draft.title().isBlank()) {
                throw new IllegalArgumentException("a document needs a title");
            }
            var now = step.now();
            var versions = first.stream()
                    .limit(1)
                    .map(file -> new Version(1, now, "", file))
                    .toList();
            step.save(new Document(
                    id, draft.title(), draft.kind(), draft.summary(), draft.audience(), versions, now, false, 0));
            return id;
        });
    }

    /** Puts a newer version on top. */
    void issueAgain(String id, FileRef file, String changes) {
        change(id, (step, d) -> {
            var versions = new ArrayList<>(d.versions());
            int number = versions.isEmpty() ? 1 : versions.getLast().number() + 1;
            versions.add(new Version(number, step.now(), changes, file));
            return of(d, d.audience(), versions, d.gone());
        });
    }

    void address(String id, Audience to) {
        change(id, (step, d) -> of(d, to, d.versions(), d.gone()));
    }

    void takeBack(String id) {
        change(id, (step, d) -> of(d, d.audience(), d.versions(), true));
    }

    private static Document of(Document d, Audience audience, List<Version> versions, boolean gone) {
        return new Document(
                d.id(), d.title(), d.kind(), d.summary(), audience, versions, d.changedAt(), gone, d.version());
    }

    private interface Change {
        Document of(Step step, Document old);
    }

    private void change(String id, Change change) {
        register.act(step -> {
            var old = step.document(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "document " + id));
            step.save(change.of(step, old));
            return step;
        });
    }
}
