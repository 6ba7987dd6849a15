package org.clientportal.portal.branding;

import org.jspecify.annotations.Nullable;

/**
 * The company's face in one language.
 *
 * @param name short name, beside the logo
 * @param product what the support team calls itself: {@code Pomoc IT}
 * @param firm full name, for the foot of pages and mails
 * @param colour the one colour that was given
 * @param cssUrl style sheet with every colour derived from it
 * @param logoUrl null for the built-in mark
 * @param bannerUrl picture right of the greeting; null for the built-in one
 * @param desk where a person is reached
 */
public record Brand(
        String name,
        String product,
        String firm,
        String colour,
        String cssUrl,
        @Nullable String logoUrl,
        @Nullable String bannerUrl,
        DeskCard desk) {

    /**
     * The service desk's card, on every page.
     *
     * @param phoneLink the number without spaces, for {@code tel:}
     */
    public record DeskCard(String phone, String phoneLink, String hours, String mail) {}
}
