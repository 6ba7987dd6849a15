package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.profile.ProfilePage;
import org.clientportal.portal.signin.AccessRequestPage;

/** Samples of a profile, of getting in and out, and of what went wrong. */
final class SampleAccount extends SampleScene {

    SampleAccount(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("profile", profile(List.of()));
        pages.put("profile-wrong", profile(List.of(ProfilePage.languageUnknown(), ProfilePage.zoneUnknown())));
        var asked = Form.empty("/access-request", "", null);
        pages.put("access-request", new AccessRequestPage(stranger(), asked, false));
        pages.put("access-request-wrong", new AccessRequestPage(stranger(), wrongRequest(), false));
        pages.put("access-request-sent", new AccessRequestPage(stranger(), asked, true));
        pages.put("no-access", new NoAccessPage(frame(Visitor.withoutAccess(said.me(), language, WARSAW), null)));
        for (var reason : SignedOutPage.Reason.values()) {
            pages.put("signed-out-" + reason.key(), new SignedOutPage(stranger(), reason, "/sign-in", null));
        }
        for (var status : List.of(403, 404, 409, 413, 429, 500)) {
            pages.put(
                    "error-" + status,
                    ErrorPage.of(status == 500 ? stranger() : frame(null), status, status == 500 ? "7F3K" : ""));
        }
        return pages;
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

    private ProfilePage profile(List<Form.Problem> problems) {
        return new ProfilePage(
                frame(Place.PROFILE).withFlash(Flash.done("flash.profile-saved")),
                said.me(),
                "anna.wisniewska@oriale.example",
                "Oriale sp. z o.o.",
                new Form("/profile", "k10", null, Map.of(), problems, List.of(), null),
                List.of(new Choice("pl", "Polski", true), new Choice("en", "English", false)),
                List.of(
                        new Choice("Europe/Warsaw", "Warszawa (GMT+1)", true),
                        new Choice("Europe/London", "Londyn (GMT)", false)),
                "/profile/password");
    }
}
