package org.clientportal.portal.web;

/** The places of the portal that the navigation leads to. */
public enum Place {
    HOME("/", "home"),
    KNOWLEDGE("/knowledge", "knowledge"),
    TICKETS("/tickets", "tickets"),
    ASSETS("/equipment", "equipment"),
    DOCUMENTS("/documents", "documents"),
    NOTES("/notes", "notes"),
    PROFILE("/profile", "profile");

    private final String url;
    private final String icon;

    Place(String url, String icon) {
        this.url = url;
        this.icon = icon;
    }

    public String url() {
        return url;
    }

    /** Name of its symbol in the sprite, also the last part of its message key. */
    public String icon() {
        return icon;
    }
}
