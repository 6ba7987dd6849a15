package org.clientportal.itsm.rt;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.Submission.NewVerdict;

/** Puts what people say of articles into a queue of its own, as tickets that no person sees in the portal. */
class RtVerdicts {

    private final RtClient rt;
    private final RtSettings settings;
    private final RtKnowledge knowledge;

    RtVerdicts(RtClient rt, RtSettings settings, RtKnowledge knowledge) {
        this.rt = rt;
        this.settings = settings;
        this.knowledge = knowledge;
    }

    /**
     * Makes the ticket; says its id. The writer is in the fields and no requestor, so RT sends no mail to somebody who only
     * pressed a button.
     */
    String keep(NewVerdict verdict) {
        var article = knowledge
                .article(verdict.articleId())
                .orElseThrow(() -> new ItsmRejected(Reason.GONE, "article " + verdict.articleId()));
        var writer = verdict.writer();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("Queue", settings.feedbackQueue());
        fields.put("Subject", RtMessage.subject(subject(verdict, article)));
        fields.put("Content", RtMessage.text(text(verdict, article)));
        fields.put("ContentType", RtFields.contentType(verdict.key(), writer, false));
        fields.put(
                "CustomFields",
                Map.of(
                        RtFields.REQUEST_KEY, verdict.key().value(),
                        RtFields.AUTHOR, RtFields.author(writer),
                        RtFields.SENDER, RtFields.sender(writer)));
        return new RtItem(rt.write(new RtMessage(fields, java.util.List.of()), "/ticket")
                        .body())
                .id();
    }

    private static String subject(NewVerdict verdict, RtItem article) {
        return "Article " + article.id() + (verdict.helped() ? " helped: " : " did not help: ") + article.text("Name");
    }

    private String text(NewVerdict verdict, RtItem article) {
        var address =
                settings.url().toString().replaceFirst("/+$", "") + "/Articles/Article/Display.html?id=" + article.id();
        var reason = verdict.reason().isBlank() ? "" : verdict.reason() + "\n\n";
        return reason + "-- \n" + article.text("Name") + "\n" + address;
    }
}
