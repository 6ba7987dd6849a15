package org.clientportal.portal.web;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** FreeMarker as the portal uses it, for pages and mails alike. */
@Component
public final class Templates {

    private final Configuration configuration = configure();

    /** Ready HTML that is known to be safe: sanitised, or escaped by us. Templates print it as it is. */
    public static TemplateHTMLOutputModel safe(String sanitisedHtml) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(sanitisedHtml);
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A template by its path. */
    Template template(String path) {
        try {
            return configuration.getTemplate(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws a template other than a page: a mail, a document. */
    public String draw(String template, Object model) {
        var out = new StringWriter();
        draw(template, model, out);
        return out.toString();
    }

    /** Draws what is read while it is drawn. */
    public void draw(String template, Object model, Writer out) {
        try {
            template(template).process(Map.of("page", model), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + template + " failed", e);
        }
    }

    private static Configuration configure() {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Templates.class, "/");
        configuration.setObjectWrapper(new RecordWrapper(Configuration.VERSION_2_3_34));
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setLocale(Locale.ROOT);
        configuration.setLocalizedLookup(false);
        configuration.setNumberFormat("c");
        configuration.setBooleanFormat("c");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        return configuration;
    }
}
