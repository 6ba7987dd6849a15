package org.clientportal.demo.desk;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** Agents' HTML, made harmless for the agent's own page. */
final class Html {

    private static final Safelist ALLOWED = Safelist.basic()
            .addTags("h1", "h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "hr")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

    private Html() {}

    static TemplateHTMLOutputModel safe(String html) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(Jsoup.clean(html, ALLOWED));
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }
}
