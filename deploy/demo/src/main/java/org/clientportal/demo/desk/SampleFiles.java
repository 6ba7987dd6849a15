package org.clientportal.demo.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Small real files for the sample firm: pictures, PDF, text. Without a drawing library, which would double the start. */
final class SampleFiles {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;

    private static final Map<List<Integer>, byte[]> PICTURES = new ConcurrentHashMap<>();

    private SampleFiles() {}

    static String contentType(String kind) {
        return switch (kind) {
            case "png" -> "image/png";
            case "pdf" -> "application/pdf";
            case "html" -> "text/html";
            case "svg" -> "image/svg+xml";
            default -> "text/plain";
        };
    }

    static byte[] make(String kind, String title, Random random) {
        return switch (kind) {
            case "png" -> png(random);
            case "pdf" -> pdf(title);
            case "svg" ->
                utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><circle r=\"9\"/></svg>\n");
            case "html" -> utf8("<!doctype html><script>alert(1)</script><h1>" + title + "</h1>\n");
            case "log" -> log(random);
            default ->
                utf8(title + "\n\n" + "-".repeat(40)
                        + "\nReturn-Path: <bounce@mail.example>\nReceived: by mx.example\n");
        };
    }

    private static byte[] log(Random random) {
        var lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append(String.format(
                    "08:%02d:%02d.%03d %-5s %s%n",
                    10 + i / 4,
                    random.nextInt(60),
                    random.nextInt(1000),
                    i % 9 == 8 ? "ERROR" : "INFO",
                    i % 9 == 8 ? "connection to database lost, attempt " + (i / 9 + 1) : "step " + i + " done"));
        }
        return utf8(lines.toString());
    }

    /** A window with a few lines on a desktop. */
    private static byte[] png(Random random) {
        int desk = 0x30405a + random.nextInt(4) * 0x101010;
        int bar = new int[] {0x0b5563, 0xa4262c, 0x5c2d91, 0x0a64ad}[random.nextInt(4)];
        return PICTURES.computeIfAbsent(List.of(desk, bar), colours -> png(desk, bar));
    }

    private static byte[] png(int desk, int bar) {
        var raw = new byte[HEIGHT * (1 + WIDTH * 3)];
        int at = 0;
        for (int row = 0; row < HEIGHT; row++) {
            at++; // no filter
            for (int column = 0; column < WIDTH; column++) {
                int colour = pixel(column - 90, row - 60, desk, bar);
                raw[at++] = (byte) (colour >> 16);
                raw[at++] = (byte) (colour >> 8);
                raw[at++] = (byte) colour;
            }
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var header = ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT).put(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", deflated(raw));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static int pixel(int x, int y, int desk, int bar) {
        if (x < 0 || y < 0 || x >= 300 || y >= 150) {
            return desk;
        }
        if (y < 24) {
            return x > 276 && y > 6 && y < 18 && x < 290 ? 0xffffff : bar;
        }
        boolean button = x > 210 && x < 280 && y > 116 && y < 138;
        boolean text = y > 40 && y < 100 && y % 16 < 5 && x > 70 && x < 280 - y % 5 * 20 - y / 16 * 14;
        int dx = x - 36;
        int dy = y - 62;
        boolean sign = dx * dx + dy * dy < 300;
        return button || sign ? bar : text ? 0x444444 : 0xf6f6f6;
    }

    private static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var named = ByteBuffer.allocate(content.length + 4)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        var crc = new CRC32();
        crc.update(named.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** One page; letters that the built-in font lacks become plain ones. */
    private static byte[] pdf(String title) {
        var plain = java.text.Normalizer.normalize(title, java.text.Normalizer.Form.NFD)
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .replaceAll("[^\\x20-\\x7e]", "")
                .replaceAll("[()\\\\]", "");
        var page = "BT /F1 16 Tf 60 760 Td (" + plain
                + ") Tj /F1 11 Tf 0 -30 Td (Oriale) Tj 0 -18 Td (Sample document of the demo.) Tj ET";
        var objects = new String[] {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format("%010d 00000 n %n", pdf.length()).replace(System.lineSeparator(), "\n"));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append(table)
                .append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
