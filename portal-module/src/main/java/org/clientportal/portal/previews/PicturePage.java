package org.clientportal.portal.previews;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** A picture as the one page of its file. Runs within {@link DrawingProcess} only. */
final class PicturePage {

    private static final int SIDE = 1754;
    private static final long MOST_PIXELS = 200_000_000;

    private final Path file;
    private final Path folder;

    PicturePage(Path file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /** @return 1 */
    int draw() throws IOException {
        try (var source = new FileImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(source);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(source, true, true);
                DrawingProcess.keep(fitting(read(reader)), 1, folder);
            } finally {
                reader.dispose();
            }
        }
        DrawingProcess.keep("", folder);
        return 1;
    }

    /** With as few pixels as are needed: most of a large picture is never in memory. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("too large a picture");
        }
        var how = reader.getDefaultReadParam();
        var step = Math.max(1, Math.max(width, height) / (2 * SIDE));
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage fitting(BufferedImage read) {
        var scale = Math.min(1.0, (double) SIDE / Math.max(read.getWidth(), read.getHeight()));
        var width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var paint = page.createGraphics();
        paint.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        paint.drawImage(read, 0, 0, width, height, Color.WHITE, null);
        paint.dispose();
        return page;
    }
}
