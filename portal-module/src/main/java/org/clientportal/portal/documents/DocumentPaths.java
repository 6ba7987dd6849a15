package org.clientportal.portal.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where documents are: by the platform's ids, so that a link lives as long as its document. */
final class DocumentPaths {

    static final String ALL = "/documents";

    private DocumentPaths() {}

    static String document(String platformId) {
        return ALL + "/" + encoded(platformId);
    }

    static String version(String platformId, int number) {
        return document(platformId) + "/versions/" + number;
    }

    static String file(String platformId, int number) {
        return version(platformId, number) + "/file";
    }

    /** The picture of a page. */
    static String page(String platformId, int number, int page) {
        return version(platformId, number) + "/pages/" + page;
    }

    /**
     * The list, narrowed.
     *
     * @param kind null for every kind
     * @param year 0 for every year
     * @param before the platform's id of the document after which it goes on; null for its beginning
     */
    static String list(@Nullable String kind, int year, @Nullable String before) {
        var url = new StringBuilder(ALL);
        append(url, "kind", kind);
        append(url, "year", year == 0 ? null : String.valueOf(year));
        append(url, "before", before);
        return url.toString();
    }

    private static void append(StringBuilder url, String name, @Nullable String value) {
        if (value != null) {
            url.append(url.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(encoded(value));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
