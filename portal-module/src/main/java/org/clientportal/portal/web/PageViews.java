package org.clientportal.portal.web;

import freemarker.template.Template;
import freemarker.template.TemplateException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Draws pages. A page is drawn whole before the first byte goes out, so that one that cannot be drawn is an error page. */
final class PageViews implements ViewResolver, Ordered {

    private static final String PAGES = "pages/";
    private static final int USUAL_CHARACTERS = 24_000;

    private final Templates templates;
    private final Map<String, View> views = new ConcurrentHashMap<>();

    PageViews(Templates templates) {
        this.templates = templates;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.startsWith(PAGES)
                ? views.computeIfAbsent(name, page -> new PageView(templates.template(page + ".ftlh")))
                : null;
    }

    private record PageView(Template template) implements View {

        @Override
        public String getContentType() {
            return MediaType.TEXT_HTML_VALUE;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException, TemplateException {
            var page = new CharArrayWriter(USUAL_CHARACTERS);
            template.process(model, page);
            var bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(page.toCharArray()));
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(bytes.limit());
            response.getOutputStream().write(bytes.array(), 0, bytes.limit());
        }
    }
}
