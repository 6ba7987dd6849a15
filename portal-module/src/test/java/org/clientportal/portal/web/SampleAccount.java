package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.evidence.CheckPage;
import org.clientportal.portal.owndata.OwnDataPage;
import org.clientportal.portal.profile.PreferencesPage;
import org.clientportal.portal.profile.ProfilePage;
import org.clientportal.portal.signin.AccessRequestPage;
import org.clientportal.portal.signin.WaysInPage;
import org.jspecify.annotations.Nullable;

/** Samples of a profile, of getting in and out, and of what went wrong. */
final class SampleAccount extends SampleScene {

    private static final String REMOVAL = "/profile/second-factor/11111111-2222-3333-4444-555555555555/removal";

    SampleAccount(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("profile", profile(true, "Oriale sp. z o.o.", "/tickets/new/plain?about=own-details"));
        pages.put("profile-details", profile(false, null, null));
        pages.put("preferences", preferences(List.of()));
        pages.put(
                "preferences-wrong",
                preferences(List.of(PreferencesPage.languageUnknown(), PreferencesPage.zoneUnknown())));
        pages.putAll(waysIn());
        pages.put(
                "own-data",
                new OwnDataPage(
                        frame(Place.PROFILE).withFlash(Flash.failed("own-data.too-often", 3)), 3, "200\u00a0MB"));
        var asked = Form.empty("/access-request", "", null);
        pages.put("access-request", new AccessRequestPage(stranger(), asked, false));
        pages.put("access-request-wrong", new AccessRequestPage(stranger(), wrongRequest(), false));
        pages.put("access-request-sent", new AccessRequestPage(stranger(), asked, true));
        for (var answer : CheckPage.Answer.values()) {
            pages.put("check-" + answer.key(), new CheckPage(stranger(), checked(), answer));
        }
        pages.put("no-access", new NoAccessPage(frame(Visitor.withoutAccess(said.me(), language, WARSAW), null)));
        for (var reason : SignedOutPage.Reason.values()) {
            pages.put("signed-out-" + reason.key(), new SignedOutPage(stranger(), reason, "/sign-in", null));
        }
        for (var status : List.of(403, 404, 409, 413, 423, 425, 429, 500)) {
            pages.put(
                    "error-" + status,
                    ErrorPage.of(status == 500 ? stranger() : frame(null), status, status == 500 ? "7F3K" : ""));
        }
        return pages;
    }

    private Form checked() {
        return new Form("/check", "", null, Map.of("code", "K7QF-2M9X-TR4B-W8HD-5Z3N"), List.of(), List.of(), null);
    }

    private Form wrongRequest() {
        return new Form(
                "/access-request",
                "",
                null,
                Map.of("name", said.me(), "email", said.me(), "note", said.text()),
                List.of(
                        Form.Problem.of("email", "access-request.email-wrong"),
                        Form.Problem.of("note", "access-request.note-long", 1000)),
                List.of(),
                null);
    }

    private ProfilePage profile(boolean whole, @Nullable String organisation, @Nullable String correctionUrl) {
        return new ProfilePage(
                frame(Place.PROFILE),
                whole,
                said.me(),
                "anna.wisniewska@oriale.example",
                whole ? List.of("anna.nowak@oriale.example", said.me()) : List.of(),
                organisation,
                correctionUrl);
    }

    private PreferencesPage preferences(List<Form.Problem> problems) {
        return new PreferencesPage(
                frame(Place.PROFILE).withFlash(Flash.done("flash.profile-saved")),
                new Form("/profile/language", "k10", null, Map.of(), problems, List.of(), null),
                List.of(new Choice("pl", "Polski", true), new Choice("en", "English", false)),
                List.of(
                        new Choice("Europe/Warsaw", "Warszawa (GMT+1)", true),
                        new Choice("Europe/London", "Londyn (GMT)", false)));
    }

    private Map<String, Page> waysIn() {
        var frame = frame(Place.PROFILE);
        var device = new WaysInPage.Device(said.me(), when(9000), REMOVAL);
        var unnamed = new WaysInPage.Device("", when(40), REMOVAL);
        var microsoft = new WaysInPage.Elsewhere("Microsoft", said.me());
        var pages = new LinkedHashMap<String, Page>();
        pages.put("ways-in-silent", ways(frame, null));
        pages.put("ways-in-none", ways(frame, new WaysInPage.Ways(null, List.of(), List.of())));
        for (var action : List.of("password", "second-factor")) {
            for (var how : List.of("success", "cancelled", "error")) {
                pages.put(
                        "ways-in-" + action + "-" + how,
                        ways(
                                frame.withFlash(Flash.done("ways-in." + action + "." + how)),
                                new WaysInPage.Ways(when(40), List.of(), List.of())));
            }
        }
        pages.put(
                "ways-in-all",
                ways(frame, new WaysInPage.Ways(when(40), List.of(device, unnamed), List.of(microsoft))));
        return pages;
    }

    private WaysInPage ways(Frame frame, WaysInPage.@Nullable Ways ways) {
        return new WaysInPage(frame, said.me(), ways);
    }
}
