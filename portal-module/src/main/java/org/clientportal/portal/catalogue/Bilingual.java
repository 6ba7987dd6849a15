package org.clientportal.portal.catalogue;

/** The same words in the two languages of the portal. */
public record Bilingual(String pl, String en) {

    static final Bilingual NONE = new Bilingual("", "");

    /** @param language {@code pl} or {@code en} */
    public String in(String language) {
        return language.equals("pl") ? pl : en;
    }

    boolean isEmpty() {
        return pl.isEmpty() && en.isEmpty();
    }
}
