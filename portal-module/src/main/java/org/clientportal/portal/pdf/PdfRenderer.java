package org.clientportal.portal.pdf;

import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.clientportal.portal.web.Templates;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Draws documents, few at a time. Whatever a document names that is not in its hands when it begins to draw does not exist for
 * it: no address is opened, no file read.
 */
@Component
@EnableConfigurationProperties(PdfSettings.class)
public class PdfRenderer {

    /** Of HTML; some 1,500 pages. */
    static final int MOST_CHARACTERS = 4_000_000;

    /** What is no character of a document (XML 1.0 section 2.2), and does not become one by being typed into a ticket. */
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String SCHEME = "portal";
    private static final String OWN = SCHEME + ":";
    private static final String FOLDER = "/documents/";

    static {
        // it tells every element that it meets
        XRLog.setLoggingEnabled(false);
    }

    private final Templates templates;
    private final PdfSettings settings;
    private final Logo logo;
    private final Semaphore turns;

    public PdfRenderer(Templates templates, PdfSettings settings) {
        this.templates = templates;
        this.settings = settings;
        this.logo = new Logo(settings.logo());
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /** Where a template finds a picture that was handed over under this name. */
    public static String pictureUrl(String name) {
        return OWN + "pictures/" + name;
    }

    /**
     * The document as PDF.
     *
     * @param pictures PNG or JPEG by name, see {@link #pictureUrl}
     * @throws TooManyDocuments when it is not its turn for too long
     * @throws DocumentTooLong when it cannot be drawn beside the node's other work
     */
    public byte[] render(Document document, Map<String, byte[]> pictures) {
        takeTurn();
        try {
            return drawn(document, pictures);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyDocuments();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyDocuments();
        }
    }

    private byte[] drawn(Document document, Map<String, byte[]> pictures) {
        var html = templates.draw(document.template() + ".ftlh", document);
        if (html.length() > MOST_CHARACTERS) {
            throw new DocumentTooLong(html.length(), MOST_CHARACTERS);
        }
        var pdf = new ByteArrayOutputStream();
        // what is drawn already waits on disk
        try (var paper = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            draw(html, document, pictures, paper, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private void draw(String html, Document document, Map<String, byte[]> pictures, PDDocument paper, OutputStream pdf)
            throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Client Portal");
        builder.useReplacementText("\u25a1");
        alone(builder, pictures, document.frame().brand().colour());
        for (var face : Face.values()) {
            builder.useFont(() -> read("fonts/" + face.file), face.family, face.weight, FontStyle.NORMAL, true);
        }
        var read = Jsoup.parse(NOT_IN_XML.matcher(html).replaceAll(""));
        if (document.frame().language().equals("pl")) {
            Typography.polish(read);
        }
        builder.withW3cDocument(new W3CDom().fromJsoup(read), OWN);
        builder.usePDDocument(paper);
        builder.toStream(pdf);
        builder.run();
    }

    /** Cuts it off from everything but what is its own. */
    private void alone(PdfRendererBuilder builder, Map<String, byte[]> pictures, String colour) {
        builder.useUriResolver((base, uri) -> uri != null && uri.startsWith(OWN) ? uri : null);
        for (var when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith(OWN), when);
        }
        FSStreamFactory nowhere = uri -> null;
        builder.useProtocolsStreamImplementation(nowhere, "http", "https", "data", "classpath", "file", "jar", "ftp");
        builder.useProtocolsStreamImplementation(uri -> new OwnStream(own(uri, pictures, colour)), SCHEME);
    }

    private InputStream own(String uri, Map<String, byte[]> pictures, String colour) {
        var name = uri.substring(OWN.length());
        if (name.equals("logo")) {
            return new ByteArrayInputStream(logo.in(colour));
        }
        if (name.equals("document.css")) {
            return read(name);
        }
        var picture = name.startsWith("pictures/") ? pictures.get(name.substring("pictures/".length())) : null;
        return picture == null ? InputStream.nullInputStream() : new ByteArrayInputStream(picture);
    }

    private static InputStream read(String name) {
        var file = PdfRenderer.class.getResourceAsStream(FOLDER + name);
        if (file == null) {
            throw new IllegalStateException("no " + FOLDER + name);
        }
        return file;
    }

    /** A font that is embedded. */
    private enum Face {
        REGULAR("IBMPlexSans-Regular.ttf", "IBM Plex Sans", 400),
        BOLD("IBMPlexSans-Bold.ttf", "IBM Plex Sans", 700),
        MONO("IBMPlexMono-Regular.ttf", "IBM Plex Mono", 400);

        private final String file;
        private final String family;
        private final int weight;

        Face(String file, String family, int weight) {
            this.file = file;
            this.family = family;
            this.weight = weight;
        }
    }
}
