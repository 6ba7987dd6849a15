package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.conversation.AgentHtml;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.notes.NoteListPage;
import org.clientportal.portal.notes.NoteMark;
import org.clientportal.portal.notes.NotePage;
import org.clientportal.portal.notes.NoteRow;
import org.jspecify.annotations.Nullable;

/** Samples of notes: what support wrote for somebody, new, changed and read. */
final class SampleNotes extends SampleScene {

    SampleNotes(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        var frame = frame(Place.NOTES);
        pages.put("notes", new NoteListPage(frame, rows(), "/notes", "/notes?before=n2"));
        pages.put("notes-empty", new NoteListPage(frame, List.of(), null, null));
        pages.put("note", note(false, when(3000)));
        pages.put("note-changed", note(true, when(3000)));
        pages.put("note-looked-at", note(false, null));
        return pages;
    }

    List<NoteRow> rows() {
        return List.of(
                new NoteRow("/notes/n3", said.subject(), said.agent(), when(3000), true, NoteMark.NEW),
                new NoteRow("/notes/n2", said.subject(), "", when(3000), false, NoteMark.CHANGED),
                new NoteRow("/notes/n1", said.subject(), said.agent(), when(3000), false, null));
    }

    private NotePage note(boolean changed, @Nullable WhenView read) {
        return new NotePage(
                frame(Place.NOTES),
                "/notes/n1",
                said.subject(),
                said.agent(),
                Templates.safe(AgentHtml.safe("<p>" + said.text() + "</p><ul><li>1</li></ul>")),
                changed ? List.of(new AttachmentView("Schemat.pdf", "/notes/n1/files/1", "48 kB", "file")) : List.of(),
                when(3000),
                changed ? when(3000) : null,
                changed ? when(3000) : null,
                read,
                changed ? rows() : List.of());
    }
}
