package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Anna asks for something, her manager is asked whether she gets it, and Zofia of another firm sees nothing of it. */
class ApprovalStoryIT {

    private final DeskSide desk = new DeskSide();

    @Test
    void marekApprovesFromTheStartPageByKeyboard() {
        var subject = DeskSide.fresh("Laptop dla stażystki");
        try (var anna = Visitor.speaking("pl-PL");
                var marek = Visitor.speaking("pl-PL");
                var zofia = Visitor.speaking("pl-PL")) {
            anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(subject, "Zaczyna w poniedziałek.")
                    .sendsTicket();
            var ticket = desk.arrived(ARRIVED, subject);
            var id = ticket.path("id").asString();
            var path = "/tickets/" + ticket.path("number").asString();
            var page = marek.signsIn(RunningDemo.person("Marek")).page();
            desk.asks(id, "p2", "Budżet działu: 6 000 zł. Zgoda?");

            SHOWN.isVisible(page.locator("#waiting").getByText(subject).first());
            // who may see something new has the page loaded again within a second
            page.waitForTimeout(1500);
            Pictures.take(marek, "home-approval-pl");
            page.locator("#waiting a[href='" + path + "/approval']").press("Enter");
            assertThat(page.locator("h1")).hasText(subject);
            Pictures.take(marek, "approval-pl");
            page.locator("main form.form .submit button").press("Enter");
            assertThat(page.locator("#problems")).isFocused();
            page.locator("input[name=decision][value=approve]").press("Space");
            page.locator("main form.form .submit button").press("Enter");
            SHOWN.isVisible(marek.saying("Mamy Twoją odpowiedź."));
            ARRIVED.until(() -> desk.approval(id), "APPROVED"::equals);
            marek.opens("/approvals");
            SHOWN.isVisible(page.locator("#list").getByText("Zgoda").first());
            Pictures.take(marek, "approvals-pl");
            assertThat(marek.complaints()).isEmpty();

            zofia.signsIn(RunningDemo.person("Zofia"));
            assertThat(zofia.page()
                            .navigate(RunningDemo.portal() + path + "/approval")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void jamesRefusesInEnglishWithoutScriptsAndIsToldWhenItWasWithdrawn() {
        var subject = DeskSide.fresh("Drugi monitor");
        try (var anna = Visitor.speaking("pl-PL");
                var james = Visitor.withoutJavaScript("en-GB")) {
            anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(subject, "Do pracy z arkuszami.")
                    .sendsTicket();
            var ticket = desk.arrived(ARRIVED, subject);
            var id = ticket.path("id").asString();
            var path = "/tickets/" + ticket.path("number").asString() + "/approval";
            james.signsIn(RunningDemo.person("James"));
            desk.asks(id, "p3", "");
            ARRIVED.until(
                    () -> james.page().navigate(RunningDemo.portal() + path).status(), status -> status == 200);
            var page = james.page();
            page.locator("label.answer", new Page.LocatorOptions().setHasText("I don’t approve"))
                    .click();
            page.click("main form.form .submit button");
            assertThat(page.locator("#problems li")).containsText("Say why not");
            page.fill("#f-text", "Not this quarter.");
            page.click("main form.form .submit button");
            ARRIVED.until(() -> desk.approval(id), "REFUSED"::equals);
            james.opens(path);
            assertThat(james.saying("It is not approved")).isVisible();
            assertThat(page.locator("main form.form")).hasCount(0);
        }
    }
}
