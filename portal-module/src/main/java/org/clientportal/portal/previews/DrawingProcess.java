package org.clientportal.portal.previews;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Draws the pages of one file into a folder and ends. Started as a process of its own ({@link Drawing}), since what it reads may have
 * been made to break it: it has no settings, no database, and no more memory and time than it was given.
 *
 * <p>Arguments: the file, its type, the folder, the most pages, milliseconds after which it ends in any case. It writes {@code N.png} or {@code N.jpeg} for each page, {@code text}
 * and last {@code pages}: the number of pages that the file has. Exit values: 0 done, 3 the file wants a password, 4 it cannot be read.
 */
final class DrawingProcess {

    static final int LOCKED = 3;
    static final int UNREADABLE = 4;

    /** A page of text takes less as PNG, one with photographs as JPEG. */
    private static final int LARGE = 400_000;

    private static final float QUALITY = 0.85f;

    private DrawingProcess() {}

    public static void main(String[] arguments) {
        endAfter(Long.parseLong(arguments[4]));
        System.exit(draw(Path.of(arguments[0]), arguments[1], Path.of(arguments[2]), Integer.parseInt(arguments[3])));
    }

    /** Also when whoever started it is gone. */
    private static void endAfter(long millis) {
        var watch = new Thread(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException woken) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(UNREADABLE);
        });
        watch.setDaemon(true);
        watch.start();
    }

    static int draw(Path file, String type, Path folder, int most) {
        try {
            ImageIO.setUseCache(false);
            var pages = type.equals("application/pdf")
                    ? new PdfPages(file, folder).draw(most)
                    : new PicturePage(file, folder).draw();
            Files.writeString(folder.resolve("pages"), String.valueOf(pages));
            return 0;
        } catch (InvalidPasswordException locked) {
            return LOCKED;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            System.err.println(broken.getClass().getName());
            return UNREADABLE;
        }
    }

    /** Keeps the picture of a page. */
    static void keep(BufferedImage picture, int page, Path folder) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        if (png.size() <= LARGE) {
            Files.write(folder.resolve(page + ".png"), png.toByteArray());
        } else {
            Files.write(folder.resolve(page + ".jpeg"), jpeg(picture));
        }
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Keeps the words. */
    static void keep(String text, Path folder) throws IOException {
        Files.write(folder.resolve("text"), text.getBytes(StandardCharsets.UTF_8));
    }

    static {
        // numbers of pages in the names of files
        Locale.setDefault(Locale.ROOT);
    }
}
