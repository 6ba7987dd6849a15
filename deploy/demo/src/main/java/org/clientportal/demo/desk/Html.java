package org.clientportal.demo.desk;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import org.clientportal.itsm.Article;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** Agents' HTML, made harmless for the agent's own page. */
final class Html {

    private static final Safelist ALLOWED = Safelist.basic()
            .addTags("h1", "h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "hr")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

    private static final Safelist WITH_PICTURES = new Safelist(ALLOWED)
            .addTags("kbd", "div")
            .addAttributes("img", "src", "alt")
            .preserveRelativeLinks(true);

    private Html() {}

    /** An article's body with its pictures, as its author should see it. */
    static TemplateHTMLOutputModel article(Article article) {
        var body = Jsoup.parseBodyFragment(article.html()).body();
        for (var file : article.files()) {
            var address = "/articles/" + article.id() + "/files/" + file.id();
            body.getElementsByAttributeValue("src", "file:" + file.id()).attr("src", address);
            body.getElementsByAttributeValue("href", "file:" + file.id()).attr("href", address);
        }
        body.select("a[href^=article:]")
                .forEach(link ->
                        link.attr("href", "/articles/" + link.attr("href").substring("article:".length())));
        return markup(Jsoup.clean(body.html(), "http://desk.invalid/", WITH_PICTURES));
    }

    static TemplateHTMLOutputModel safe(String html) {
        return markup(Jsoup.clean(html, ALLOWED));
    }

    private static TemplateHTMLOutputModel markup(String clean) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(clean);
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }
}
