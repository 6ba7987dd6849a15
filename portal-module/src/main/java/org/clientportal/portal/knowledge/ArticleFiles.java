package org.clientportal.portal.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.conversation.Attachments;
import org.clientportal.portal.web.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of articles: pictures in the text, and what is there to be downloaded. */
@Component
class ArticleFiles {

    private final JdbcClient jdbc;
    private final Articles articles;
    private final Attachments attachments;

    ArticleFiles(JdbcClient jdbc, Articles articles, Attachments attachments) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.attachments = attachments;
    }

    private record Pixels(String id, int width, int height) {}

    /** The body with the size of each picture that is known, so that nothing moves while they arrive. */
    String withSizes(long article, String html) {
        if (!html.contains("<img")) {
            return html;
        }
        var sized = html;
        for (var picture : jdbc.sql("select id, width, height from attachment where article = ? and width is not null")
                .param(article)
                .query((row, number) -> new Pixels(row.getString("id"), row.getInt("width"), row.getInt("height")))
                .list()) {
            sized = sized.replaceAll(
                    "(<img[^>]*/files/" + picture.id() + "\")",
                    "$1 width=\"" + picture.width() + "\" height=\"" + picture.height() + "\"");
        }
        return sized;
    }

    /** All files that the body does not show. */
    List<AttachmentView> downloads(Articles.Listed article, String html, Formats formats) {
        return jdbc
                .sql("select id, name, content_type, size from attachment where article = ? order by position")
                .param(article.id())
                .query((row, number) -> new AttachmentView(
                        row.getString("name"),
                        article.url() + "/files/" + row.getString("id"),
                        formats.size(row.getLong("size")),
                        AttachmentView.icon(row.getString("content_type"))))
                .list()
                .stream()
                .filter(file -> !html.contains("src=\"" + file.url() + "\""))
                .toList();
    }

    /** A file of an article that the viewer may read. */
    @PageTransaction
    Optional<Attachments.Found> visibleTo(Viewer viewer, String article, UUID file) {
        return articles.visibleTo(viewer, article)
                .flatMap(found -> attachments.ofArticle(found.brief().id(), file));
    }
}
