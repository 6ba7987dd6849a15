package org.clientportal.portal.evidence;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.clientportal.portal.evidence.Confirmed.Line;
import org.jspecify.annotations.Nullable;

/** Things that Anna was handed out. */
final class SampleConfirmations {

    static final Instant SIGNED = Instant.parse("2026-11-24T13:05:12.345678Z");

    private SampleConfirmations() {}

    static Confirmed ofTwo(long organisation, String receipt) {
        return of(organisation, 1, receipt, Locale.of("pl"), false, null, List.of(laptop(true), dock(false)));
    }

    static Confirmed of(
            long organisation,
            long person,
            String receipt,
            Locale language,
            boolean returned,
            byte @Nullable [] drawn,
            List<Line> lines) {
        return new Confirmed(
                organisation,
                person,
                receipt,
                2,
                "Stanowisko do pracy w domu i w biurze",
                returned,
                "Piotr Zieliński",
                Instant.parse("2026-11-20T08:00:00Z"),
                "Anna Wiśniewska",
                "anna@oriale.example",
                SIGNED,
                drawn,
                language,
                ZoneId.of("Europe/Warsaw"),
                lines);
    }

    static Line laptop(boolean accepted) {
        return new Line(
                "l1",
                "Laptop Lenovo ThinkPad T14 z ładowarką 65 W",
                "OR-00123",
                "PF3O0IL1",
                1,
                accepted,
                "Dobry, zarysowana obudowa",
                "Rysa o długości 3 cm z lewej strony, i o tym wie Piotr.");
    }

    static Line dock(boolean accepted) {
        return new Line(
                "l2",
                "Stacja dokująca",
                "OR-00124",
                null,
                1,
                accepted,
                "",
                "Nie było jej w pudełku z 24 listopada 2026 r.");
    }

    static List<Line> many(int count) {
        var lines = new ArrayList<Line>();
        for (int at = 1; at <= count; at++) {
            lines.add(new Line(
                    "l" + at,
                    "Monitor 27″ z podstawą, nr " + at,
                    "OR-" + (10_000 + at),
                    "SN0O1lI" + at,
                    at % 7 == 0 ? 2 : 1,
                    at % 5 != 0,
                    at % 3 == 0 ? "Nowy" : "",
                    at % 5 == 0 ? "Pęknięta matryca w prawym górnym rogu, a w opisie nic o tym nie ma." : ""));
        }
        return lines;
    }

    /** Something like a signature. */
    static byte[] drawn() {
        var picture = new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB);
        var paint = picture.createGraphics();
        paint.setColor(Color.BLACK);
        paint.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var path = new Path2D.Double();
        path.moveTo(30, 150);
        path.curveTo(80, 10, 110, 10, 120, 150);
        path.curveTo(150, 90, 200, 90, 220, 140);
        path.curveTo(260, 60, 300, 60, 320, 140);
        path.curveTo(400, 120, 480, 100, 570, 110);
        paint.draw(path);
        paint.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
