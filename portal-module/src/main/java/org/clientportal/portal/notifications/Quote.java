package org.clientportal.portal.notifications;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.stream.Collectors;
import org.clientportal.mail.HtmlText;
import org.clientportal.mail.QuotedText;
import org.clientportal.mail.QuotedText.Part;
import org.clientportal.portal.web.Templates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What was written, as a mail about it says it: without the earlier mails that it quotes.
 *
 * @param text for the plain part of the mail
 * @param html for its HTML part, safe; null for plain text, and for what is too long
 */
public record Quote(String text, @Nullable TemplateHTMLOutputModel html) {

    private static final int LONGEST = 4_000;

    /** @param html whether the body is HTML, which is safe already */
    static Quote of(String body, boolean html) {
        if (!html) {
            var said = QuotedText.of(body).parts().stream()
                    .filter(part -> !part.quoted())
                    .map(Part::text)
                    .collect(Collectors.joining("\n\n"));
            return new Quote(shortened(said), null);
        }
        var page = Jsoup.parseBodyFragment(body);
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        page.select("details").remove();
        var said = page.body().html();
        return new Quote(shortened(HtmlText.read(said)), said.length() <= 2 * LONGEST ? Templates.safe(said) : null);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text.strip() : text.substring(0, LONGEST);
    }
}
