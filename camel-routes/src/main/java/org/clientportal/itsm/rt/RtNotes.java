package org.clientportal.itsm.rt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Submission.NewNoteRead;
import org.clientportal.itsm.rt.RtClient.Limit;
import org.clientportal.itsm.rt.RtParts.Said;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.HtmlUtils;

/**
 * Notes for people: tickets of a queue of their own. Its requestors read one; its words are the newest that an agent wrote into it, and
 * who read them is a custom field, one line each.
 */
class RtNotes {

    private static final String ROWS = "/tickets?query={query}&orderby=id&per_page={count}"
            + "&fields=Subject,Status,Queue,Requestor,Created,EffectiveId,CustomFields"
            + "&fields[Queue]=Name&fields[Requestor]=id";
    private static final int PAGE = 100;
    private static final Set<String> WITHDRAWN = Set.of("rejected", "deleted");
    private static final int COUNT_BITS = 20;

    /**
     * Before the id of a file: a ticket that is moved among the notes, or a note that becomes one, has the same parts as something else.
     */
    static final String FILE = "note-";

    private final RtClient rt;
    private final RtSettings settings;
    private final RtPeople people;
    private final RtTransactions transactions;
    private final RtParts parts;

    RtNotes(RtClient rt, RtSettings settings, RtPeople people) {
        this.rt = rt;
        this.settings = settings;
        this.people = people;
        this.transactions = new RtTransactions(rt);
        this.parts = new RtParts(rt);
    }

    /** Everything behind an id, so many at once; empty when nothing is left. */
    List<Note> after(long id, int count) {
        return settings.hasNotes() ? told(rows("id > " + id, count)) : List.of();
    }

    /** Those of changed tickets that are notes, as they are now, and those that are none any more. */
    List<Note> read(Collection<String> ids) {
        if (ids.isEmpty() || !settings.hasNotes()) {
            return List.of();
        }
        var any = ids.stream().map(id -> "id = " + id).collect(Collectors.joining(" OR "));
        var found = new ArrayList<>(told(rows(any, Math.max(PAGE, ids.size()))));
        var known = found.stream().map(Note::id).collect(Collectors.toSet());
        found.addAll(left(ids.stream().filter(id -> !known.contains(id)).toList()));
        return List.copyOf(found);
    }

    private List<RtItem> rows(String which, int count) {
        // "EffectiveId" makes RT look at merged tickets as well
        var queue = settings.notesQueue();
        var query = "(" + which + ") AND Queue = '"
                + queue.replace("\\", "\\\\").replace("'", "\\'") + "' AND EffectiveId > 0";
        return rt.page(ROWS, query, count).stream()
                .filter(row -> row.object("Queue").text("Name").equals(queue))
                .toList();
    }

    /** What was moved to another queue, or deleted: it may have been a note. */
    private List<Note> left(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var last = new LinkedHashMap<String, RtItem>();
        for (var change : rt.searchAll(
                "/transactions?fields=Type,ObjectId,Field,NewValue,Created",
                List.of(
                        Limit.is("ObjectType", "RT::Ticket"),
                        Limit.in("ObjectId", ids),
                        Limit.in("Type", List.of("Set", "Status"))))) {
            if (change.text("Field").equals("Queue") || change.text("NewValue").equals("deleted")) {
                last.merge(
                        change.text("ObjectId"),
                        change,
                        (one, other) -> one.idNumber() > other.idNumber() ? one : other);
            }
        }
        return last.entrySet().stream()
                .map(each -> gone(
                        each.getKey(),
                        each.getValue().time("Created"),
                        each.getValue().time("Created"),
                        each.getValue().idNumber() << COUNT_BITS))
                .toList();
    }

    private List<Note> told(List<RtItem> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var byId = new LinkedHashMap<String, RtItem>();
        rows.forEach(row -> byId.put(row.id(), row));
        var histories = transactions.of(byId);
        var said = parts.of(
                histories.values().stream().flatMap(List::stream).distinct().toList());
        var agents = people.agents();
        return rows.stream()
                .map(row -> note(row, histories.getOrDefault(row.id(), List.of()), said, agents))
                .toList();
    }

    /** What its reader or a stranger wrote by mail is no word of the note. */
    private Note note(RtItem row, List<RtItem> history, Map<String, Said> said, Set<String> agents) {
        var spoken = history.stream()
                .filter(t -> t.text("ObjectId").equals(row.id()))
                .filter(t -> t.text("Type").equals("Create") || t.text("Type").equals("Correspond"))
                .filter(t -> isAgent(t.object("Creator").text("Name"), agents))
                .toList();
        if (spoken.isEmpty()
                || WITHDRAWN.contains(row.text("Status"))
                || !row.text("EffectiveId").equals(row.id())) {
            return gone(
                    row.id(),
                    row.time("Created"),
                    history.isEmpty() ? row.time("Created") : history.getLast().time("Created"),
                    version(history));
        }
        var words = said.getOrDefault(spoken.getLast().id(), Said.NOTHING);
        var edition = history.stream()
                .filter(t -> spoken.contains(t) || t.text("Field").equals("Subject"))
                .reduce((earlier, later) -> later)
                .orElse(spoken.getLast());
        var creator = spoken.getLast().object("Creator");
        var realName = creator.textOrNull("RealName");
        return new Note(
                row.id(),
                row.text("Subject"),
                words.html()
                        ? words.text()
                        : HtmlUtils.htmlEscape(words.text(), "UTF-8").replace("\n", "<br>"),
                row.objects("Requestor").stream()
                        .filter(RtTickets::isUser)
                        .map(RtItem::id)
                        .toList(),
                realName == null ? creator.text("Name") : realName,
                files(spoken, said),
                row.time("Created"),
                edition.time("Created"),
                edition.idNumber(),
                NoteMark.parse(row.customFieldValues(RtFields.NOTE_READS)),
                false,
                version(history));
    }

    /** The portal's own account works in RT too, but only in the name of people. */
    private boolean isAgent(String login, Set<String> agents) {
        return agents.contains(login) && !login.equalsIgnoreCase(settings.user());
    }

    /** Of all words: of files with one name the newest. */
    private static List<FileRef> files(List<RtItem> spoken, Map<String, Said> said) {
        var files = new LinkedHashMap<String, FileRef>();
        for (var each : spoken) {
            said.getOrDefault(each.id(), Said.NOTHING)
                    .files()
                    .forEach(file -> files.put(
                            file.name(), new FileRef(FILE + file.id(), file.name(), file.contentType(), file.size())));
        }
        return List.copyOf(files.values());
    }

    private static Note gone(String id, Instant writtenAt, Instant changedAt, long version) {
        return new Note(id, "", "", List.of(), "", List.of(), writtenAt, changedAt, 0, List.of(), true, version);
    }

    private static long version(List<RtItem> history) {
        var last = history.stream().mapToLong(RtItem::idNumber).max().orElse(0);
        return (last << COUNT_BITS) + Math.min(history.size(), (1 << COUNT_BITS) - 1);
    }

    /**
     * RT takes the whole list only, so it is read first and looked at afterwards. One mark of a person and an edition, under whatever
     * key: to repeat it changes nothing.
     */
    Delivered mark(NewNoteRead read) {
        var note = present(read).orElseThrow(() -> new ItsmRejected(Reason.GONE, "note " + read.noteId()));
        if (transactions.idOf(RtFields.NOTE_READS).isEmpty()) {
            throw new ItsmRejected(Reason.INVALID, "RT lacks the field " + RtFields.NOTE_READS + "; load the pack");
        }
        if (!NoteMark.has(note, read)) {
            var lines = new ArrayList<>(note.customFieldValues(RtFields.NOTE_READS));
            lines.add(NoteMark.line(read));
            var answer = rt.write(
                    HttpMethod.PUT,
                    Map.of("CustomFields", Map.of(RtFields.NOTE_READS, lines)),
                    "/ticket/{id}",
                    note.id());
            if (find(read).isEmpty()) {
                throw new ItsmRejected(Reason.INVALID, answer.words()); // the sentence inside a 200
            }
        }
        return delivered(note);
    }

    Optional<Delivered> find(NewNoteRead read) {
        return present(read).filter(note -> NoteMark.has(note, read)).map(RtNotes::delivered);
    }

    private Optional<RtItem> present(NewNoteRead read) {
        return !read.noteId().matches("\\d{1,15}") || !settings.hasNotes()
                ? Optional.empty()
                : rows("id = " + read.noteId(), 1).stream()
                        .filter(row -> row.id().equals(read.noteId()))
                        .findFirst();
    }

    private static Delivered delivered(RtItem note) {
        return new Delivered(note.id(), note.id(), null);
    }

    /** People whom notes bring for the first time: RT makes users of unknown addresses. */
    static Set<String> readers(Collection<Note> notes, Set<String> of) {
        var readers = new HashSet<String>();
        notes.stream().filter(note -> of.contains(note.id())).forEach(note -> readers.addAll(note.personIds()));
        return readers;
    }
}
