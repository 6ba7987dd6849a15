package org.clientportal.portal.pdf;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The picture at the head of documents: the configured one, or the built-in arch of {@code layout.ftlh} in the brand's colour. */
final class Logo {

    private static final int SIDE = 28;
    private static final int SCALE = 12;

    private final byte @Nullable [] given;
    private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

    Logo(@Nullable Path file) {
        given = file == null ? null : read(file);
    }

    byte[] in(String colour) {
        return given != null ? given : drawn.computeIfAbsent(colour, Logo::arch);
    }

    private static byte[] arch(String colour) {
        var arch = window(3, 2, 11);
        var panes = new Area(new Rectangle2D.Double(6, 5, 2.5, 18));
        panes.add(new Area(new Rectangle2D.Double(11.5, 5, 5, 18)));
        panes.add(new Area(new Rectangle2D.Double(19.5, 5, 2.5, 18)));
        panes.intersect(window(6, 5, 8));
        arch.subtract(panes);
        arch.intersect(new Area(new Rectangle2D.Double(0, 0, SIDE, 26)));
        var picture = new BufferedImage(SIDE * SCALE, SIDE * SCALE, BufferedImage.TYPE_INT_ARGB);
        var paint = picture.createGraphics();
        paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paint.scale(SCALE, SCALE);
        paint.setColor(Color.decode(colour));
        paint.fill(arch);
        paint.dispose();
        return png(picture);
    }

    /** A half circle upon a wall that goes down to the ground. */
    private static Area window(double x, double y, double radius) {
        var window = new Area(new Arc2D.Double(x, y, 2 * radius, 2 * radius, 0, 180, Arc2D.PIE));
        window.add(new Area(new Rectangle2D.Double(x, y + radius, 2 * radius, SIDE)));
        return window;
    }

    private static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("portal.pdf.logo cannot be read", e);
        }
    }
}
