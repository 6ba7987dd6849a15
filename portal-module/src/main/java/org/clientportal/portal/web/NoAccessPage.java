package org.clientportal.portal.web;

/** Signed in, but the support desk has not opened the portal to this person, or has closed it. */
public record NoAccessPage(Frame frame) implements Page {

    @Override
    public String template() {
        return "pages/session/no-access";
    }
}
