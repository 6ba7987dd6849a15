package org.clientportal.portal.previews;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** The pages of a PDF. Runs within {@link DrawingProcess} only. */
final class PdfPages {

    /** In pixels: A4 at 150 dots per inch; larger pages are made to fit. */
    private static final float WIDTH = 1240;

    private static final float HEIGHT = 1754;
    private static final float SCALE = 150 / 72f;

    /** Characters; what comes after is not found by the search. */
    private static final int MOST_TEXT = 100_000;

    private final Path file;
    private final Path folder;

    PdfPages(Path file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /** @return how many pages it has */
    int draw(int most) throws IOException {
        try (var document = Loader.loadPDF(file.toFile(), IOUtils.createMemoryOnlyStreamCache())) {
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            renderer.setRenderingHints(hints());
            for (int page = 0; page < Math.min(most, document.getNumberOfPages()); page++) {
                DrawingProcess.keep(picture(document, renderer, page), page + 1, folder);
            }
            DrawingProcess.keep(text(document, most), folder);
            return document.getNumberOfPages();
        }
    }

    private static BufferedImage picture(PDDocument document, PDFRenderer renderer, int number) throws IOException {
        var page = document.getPage(number);
        var box = page.getCropBox();
        var turned = page.getRotation() % 180 != 0;
        var width = Math.max(1, turned ? box.getHeight() : box.getWidth());
        var height = Math.max(1, turned ? box.getWidth() : box.getHeight());
        var landscape = width > height;
        var scale =
                Math.min(SCALE, Math.min((landscape ? HEIGHT : WIDTH) / width, (landscape ? WIDTH : HEIGHT) / height));
        var picture = new BufferedImage(
                Math.max(1, Math.round(width * scale)),
                Math.max(1, Math.round(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        var paint = picture.createGraphics();
        paint.setBackground(Color.WHITE);
        paint.clearRect(0, 0, picture.getWidth(), picture.getHeight());
        renderer.renderPageToGraphics(number, paint, scale);
        paint.dispose();
        return picture;
    }

    private static RenderingHints hints() {
        var hints = new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        hints.put(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        hints.put(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        return hints;
    }

    private static String text(PDDocument document, int most) throws IOException {
        var words = new StringWriter();
        var stripper = new PDFTextStripper();
        stripper.setEndPage(most);
        try {
            stripper.writeText(document, new Brief(words));
        } catch (Enough enough) {
            return words.toString();
        }
        return words.toString();
    }

    /** There is enough text. */
    private static final class Enough extends IOException {}

    /** Takes so much text and no more. */
    private static final class Brief extends Writer {

        private final StringWriter into;

        Brief(StringWriter into) {
            this.into = into;
        }

        @Override
        public void write(char[] letters, int from, int count) throws IOException {
            into.write(
                    letters, from, Math.min(count, MOST_TEXT - into.getBuffer().length()));
            if (into.getBuffer().length() >= MOST_TEXT) {
                throw new Enough();
            }
        }

        @Override
        public void flush() {
            // it is in memory
        }

        @Override
        public void close() {
            // it is in memory
        }
    }
}
