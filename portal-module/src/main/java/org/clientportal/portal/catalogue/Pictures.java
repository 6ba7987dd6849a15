package org.clientportal.portal.catalogue;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Takes in pictures of kinds. Whatever is given is decoded and drawn anew as a small PNG, so that nothing of the file but its
 * pixels reaches anybody.
 */
final class Pictures {

    static final int LARGEST_BYTES = 1_000_000;
    private static final int LARGEST_SIDE = 4_000;
    /** Pixels; cards show it at a third of this. */
    static final int SIDE = 192;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private Pictures() {}

    /** It cannot be used; the message says why, for the administrator. */
    static final class NoPicture extends Exception {
        NoPicture(String message) {
            super(message);
        }
    }

    /** A PNG of at most {@link #SIDE} pixels a side. */
    static byte[] drawn(byte[] given) throws NoPicture {
        if (given.length > LARGEST_BYTES) {
            throw new NoPicture("is larger than 1 MB");
        }
        var format = format(given);
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(given))) {
            reader.setInput(in, true, true);
            return png(scaled(picture(reader)));
        } catch (IOException | RuntimeException broken) {
            throw new NoPicture("cannot be read as a " + format + " picture");
        } finally {
            reader.dispose();
        }
    }

    private static String format(byte[] given) throws NoPicture {
        if (begins(given, PNG)) {
            return "png";
        }
        if (begins(given, JPEG)) {
            return "jpeg";
        }
        throw new NoPicture("is neither PNG nor JPEG");
    }

    private static boolean begins(byte[] given, byte[] with) {
        return given.length > with.length && Arrays.equals(given, 0, with.length, with, 0, with.length);
    }

    private static BufferedImage picture(ImageReader reader) throws IOException, NoPicture {
        // asked before it is decoded: a few bytes can say that they are a gigabyte
        if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
            throw new NoPicture("has more than " + LARGEST_SIDE + " pixels a side");
        }
        return reader.read(0);
    }

    private static BufferedImage scaled(BufferedImage picture) {
        var scale = Math.min(1.0, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    /** SHA-256 in hexadecimal digits. */
    static String hash(byte[] given) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(given));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
