package org.clientportal.demo.desk;

import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the agent's pages from the templates in {@code resources/desk}. Made at the first page, not at the start. */
final class Pages {

    static final ZoneId HOME = ZoneId.of("Europe/Warsaw");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK).withZone(HOME);

    private @Nullable Configuration configuration;

    String draw(String template, Map<String, ?> model) throws IOException {
        var out = new StringWriter();
        try {
            configuration().getTemplate(template + ".ftlh").process(model, out);
        } catch (TemplateException e) {
            throw new IllegalStateException(template + ": " + e.getMessageWithoutStackTop(), e);
        }
        return out.toString();
    }

    private synchronized Configuration configuration() {
        var made = configuration;
        if (made == null) {
            made = new Configuration(Configuration.VERSION_2_3_34);
            made.setTemplateLoader(new ClassTemplateLoader(Pages.class, "/desk"));
            made.setDefaultEncoding("UTF-8");
            made.setNumberFormat("c");
            made.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
            made.setLogTemplateExceptions(false);
            configuration = made;
        }
        return made;
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
