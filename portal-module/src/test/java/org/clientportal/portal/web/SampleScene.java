package org.clientportal.portal.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientportal.portal.branding.BrandSettings;
import org.clientportal.portal.branding.Brands;
import org.clientportal.portal.conversation.AttachmentView;
import org.jspecify.annotations.Nullable;

/** What all samples share: who looks, what comes from outside, the frame around a page. */
abstract class SampleScene {

    static final Instant NOW = Instant.parse("2026-11-24T13:05:00Z");

    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    static final Form.UploadLimits LIMITS = new Form.UploadLimits(25_000_000, "25\u00a0MB", 10);

    final Messages messages = new Messages();

    final String language;

    final Said said;

    final String colour;

    SampleScene(String language, Said said, String colour) {
        this.language = language;
        this.said = said;
        this.colour = colour;
    }

    /** What comes from outside. */
    record Said(String me, String agent, String subject, String text, String file, String query) {}

    static final Said FRIENDLY = new Said(
            "Anna Wiśniewska",
            "Piotr Zieliński",
            "VPN rozłącza się po kilku minutach pracy z domu",
            "Od poniedziałku VPN rozłącza mnie co 5–10 minut, zawsze podczas rozmów w Teams. W biurze wszystko działa.",
            "blad-809.png",
            "skanner");

    Frame frame(@Nullable Place place) {
        return frame(Visitor.signedIn(1, said.me(), language, WARSAW, List.of(Place.values())), place);
    }

    Frame frame(Visitor visitor, @Nullable Place place) {
        var words = messages.in(language);
        var name = visitor.name();
        return new Frame(
                language,
                words,
                formats(),
                brands(colour).brand(language),
                new Assets().urls(),
                name == null
                        ? null
                        : new Frame.ViewerView(visitor.person(), name, Frames.initials(name), visitor.seenBy()),
                visitor.places().stream()
                        .map(each -> new Frame.NavigationItem(each, each == place))
                        .toList(),
                new Frame.Csrf("_csrf", "token"),
                null,
                new Frame.LanguageLink(language.equals("pl") ? "en" : "pl", "/language"),
                place == Place.HOME ? List.of(new Strip.Line(said.subject(), "/announcements/1")) : List.of(),
                !visitor.places().isEmpty(),
                visitor.places().isEmpty() || visitor.isReader()
                        ? null
                        : new Counted(place == Place.HOME ? 3 : 0, false),
                visitor.isReader() ? "/sign-in?to=%2Fknowledge" : null);
    }

    Frame stranger() {
        return frame(Visitor.stranger(language, WARSAW), null);
    }

    private static final Map<String, Brands> BRANDS = new ConcurrentHashMap<>();

    static Brands brands(String colour) {
        return BRANDS.computeIfAbsent(colour, SampleScene::newBrands);
    }

    private static Brands newBrands(String colour) {
        return new Brands(new BrandSettings(
                "Oriale",
                "Oriale sp. z o.o.",
                null,
                colour,
                null,
                null,
                new BrandSettings.Desk("+48 22 555 01 18", null, "support@oriale.example")));
    }

    Formats formats() {
        return Formats.of(messages.in(language), language, WARSAW, NOW);
    }

    WhenView when(int minutesAgo) {
        return formats().when(NOW.minusSeconds(60L * minutesAgo));
    }

    List<AttachmentView> files() {
        return List.of(
                new AttachmentView(said.file(), "/attachments/1", formats().size(412_000), "image"),
                new AttachmentView(
                        "vpn-dziennik.txt", "/attachments/2", formats().size(912_000), "file"),
                new AttachmentView("bez-rozmiaru", "/attachments/3", "", "file"));
    }

    List<Form.DraftFileView> drafts() {
        return List.of(
                new Form.DraftFileView("f1", said.file(), "2,1\u00a0MB", "image"),
                new Form.DraftFileView(
                        "f2", "test-kabel-bardzo-dluga-nazwa-pliku-z-dziennikiem-zdarzen.log", "41\u00a0kB", "file"));
    }
}
