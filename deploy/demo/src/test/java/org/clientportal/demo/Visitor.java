package org.clientportal.demo;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser of their own: cookies, language, window. */
final class Visitor implements AutoCloseable {

    /** Generous, since waiting for a page is not what is promised. */
    private static final int PATIENCE_MS = 30_000;

    private final BrowserContext context;
    private final boolean scripts;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(NewContextOptions options) {
        context = Chromium.browser().newContext(options);
        scripts = !Boolean.FALSE.equals(options.javaScriptEnabled);
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // a refused form is a 422, and the browser notes it
            if (message.type().equals("error") && !message.text().endsWith("a status of 422 ()")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    static Visitor speaking(String locale) {
        return new Visitor(new NewContextOptions().setLocale(locale).setViewportSize(1440, 900));
    }

    static Visitor withoutJavaScript() {
        return withoutJavaScript("pl-PL");
    }

    static Visitor withoutJavaScript(String locale) {
        return new Visitor(new NewContextOptions()
                .setLocale(locale)
                .setViewportSize(1440, 900)
                .setJavaScriptEnabled(false));
    }

    Page page() {
        return page;
    }

    boolean hasScripts() {
        return scripts;
    }

    /** What the browser's console complained of so far. */
    List<String> complaints() {
        return complaints;
    }

    Visitor opens(String path) {
        page.navigate(RunningDemo.portal() + path);
        return this;
    }

    /** Through Keycloak's page, which asks for the password because this browser has no session there. */
    Visitor signsIn(DemoSheet.Person person) {
        return opens("/").fillsIn(person.email(), person.password());
    }

    Visitor fillsIn(String email, String password) {
        page.fill("#username", email);
        page.fill("#password", password);
        page.click("#kc-login");
        return this;
    }

    Visitor signsOut() {
        page.click("footer form[action='/logout'] button");
        return this;
    }

    boolean isAskedForPassword() {
        return page.url().startsWith(RunningDemo.sheet().keycloakUrl()) && page.isVisible("#password");
    }

    /** Fills the form for a new ticket, and does not send it. */
    Visitor writesTicket(String subject, String text, FilePayload... files) {
        opens("/tickets/new/plain");
        page.fill("[name=subject]", subject);
        page.fill("[name=text]", text);
        page.selectOption("[name=category]", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        attaches(files);
        return this;
    }

    Visitor attaches(FilePayload... files) {
        if (files.length > 0) {
            page.setInputFiles("input[type=file]", files);
        }
        return this;
    }

    Locator sendTicket() {
        return page.locator("main form[action='/tickets'] .submit button[type=submit]");
    }

    Visitor sendsTicket() {
        sendTicket().click();
        return this;
    }

    Visitor replies(String text) {
        page.fill("#reply [name=text]", text);
        page.click("#reply .submit button[type=submit]");
        return this;
    }

    Locator saying(String text) {
        return page.locator("main").getByText(text).first();
    }

    @Override
    public void close() {
        context.close();
    }
}
