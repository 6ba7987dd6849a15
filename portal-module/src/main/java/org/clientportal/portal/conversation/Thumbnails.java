package org.clientportal.portal.conversation;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.clientportal.portal.access.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Pictures of conversations made small, for paper. Only of what is mirrored; how much is decoded is bounded before anything is, so
 * that a file of a few kilobytes cannot ask for gigabytes.
 */
@Component
public class Thumbnails {

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

    private static final Set<String> DRAWN = Set.of("image/png", "image/jpeg", "image/gif");
    private static final long MOST_BYTES = 15_000_000;
    private static final long MOST_PIXELS = 60_000_000;
    /** Longer side in pixels: 8 cm at 250 dots per inch. */
    private static final int SIDE = 800;

    private final Attachments attachments;

    Thumbnails(Attachments attachments) {
        this.attachments = attachments;
    }

    /** Whether a file can be a picture on paper at all, by what is said of it. */
    public static boolean isDrawn(Entries.File file) {
        return DRAWN.contains(file.contentType()) && file.size() <= MOST_BYTES;
    }

    /** The picture as JPEG; empty when the viewer may not see it, it is not mirrored, or it is no picture after all. */
    public Optional<byte[]> of(Viewer viewer, UUID attachment) {
        return attachments
                .visibleTo(viewer, attachment)
                .filter(file -> file.sha256() != null)
                .flatMap(this::small);
    }

    private Optional<byte[]> small(Attachments.Found file) {
        try (var source = new MemoryCacheImageInputStream(attachments.open(file))) {
            var readers = ImageIO.getImageReaders(source);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(source, true, true);
                return picture(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // a broken picture is listed by its name, and the document goes on
            LOG.debug("{} cannot be drawn", file.contentType(), broken);
            return Optional.empty();
        }
    }

    private static Optional<byte[]> picture(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        var parameters = reader.getDefaultReadParam();
        var step = Math.max(1, Math.max(width, height) / (2 * SIDE));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(jpeg(scaled(reader.read(0, parameters))));
    }

    private static BufferedImage scaled(BufferedImage read) {
        var scale = Math.min(1.0, (double) SIDE / Math.max(read.getWidth(), read.getHeight()));
        var width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var paint = small.createGraphics();
        paint.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paint.drawImage(read, 0, 0, width, height, Color.WHITE, null);
        paint.dispose();
        return small;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
