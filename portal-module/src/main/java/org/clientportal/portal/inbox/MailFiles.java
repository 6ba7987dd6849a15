package org.clientportal.portal.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.mail.IncomingMail;
import org.clientportal.mail.MailFile;
import org.clientportal.portal.conversation.Contents;
import org.clientportal.portal.conversation.FileRules;
import org.clientportal.portal.tickets.TicketWriting.StoredFile;
import org.springframework.stereotype.Component;

/** Files of a mail, stored by the same rules as those of a form; what is left out stays in the stored mail. */
@Component
class MailFiles {

    private final Contents contents;
    private final FileRules rules;

    MailFiles(Contents contents, FileRules rules) {
        this.contents = contents;
        this.rules = rules;
    }

    /** Within the caller's work transaction. */
    List<StoredFile> store(IncomingMail mail, Steps steps) {
        var stored = new ArrayList<StoredFile>();
        for (var file : mail.files()) {
            if (file.use() == MailFile.Use.PROOF) {
                continue;
            }
            // people cannot choose how many pictures their mail program sends along
            var problem = rules.problemWith(file.name(), file.size(), 0);
            if (problem.isPresent()) {
                steps.note("file", "left out", file.name() + ": " + problem.get());
                continue;
            }
            stored.add(stored(file));
        }
        return stored;
    }

    private StoredFile stored(MailFile file) {
        try {
            var content = contents.store(new ByteArrayInputStream(file.bytes()));
            return new StoredFile(file.name(), file.contentType(), content.size(), content.sha256());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
