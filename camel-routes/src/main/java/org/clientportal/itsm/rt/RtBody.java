package org.clientportal.itsm.rt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientportal.itsm.Entry.FileRef;

/**
 * An article's body, whose addresses become the port's: its own files by name or by RT's address for their download, other
 * articles by RT's address for their page. Everything else stays as its author wrote it.
 *
 * @param files of the article
 */
record RtBody(List<FileRef> files) {

    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(src|href)\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    private static final Pattern DOWNLOAD = Pattern.compile("/Download/CustomFieldValue/(\\d+)(/.*)?$");
    private static final Pattern PAGE = Pattern.compile("/Articles/Article/Display\\.html\\?id=(\\d+)(#.*)?$");

    String linked(String html) {
        return ADDRESS.matcher(html).replaceAll(found -> Matcher.quoteReplacement(linked(found)));
    }

    private String linked(MatchResult found) {
        var quoted = found.group(2);
        var address =
                quoted.substring(1, quoted.length() - 1).replace("&amp;", "&").strip();
        var known = known(address);
        return known.isEmpty() ? found.group() : found.group(1) + "=\"" + known + "\"";
    }

    private String known(String address) {
        if (address.startsWith("file:")) {
            var name = address.substring("file:".length());
            return file(f -> f.name().equals(name) || f.name().equals(decoded(name)));
        }
        var download = DOWNLOAD.matcher(address);
        if (download.find()) {
            return file(f -> f.id().equals(RtKnowledge.FILE + download.group(1)));
        }
        var page = PAGE.matcher(address);
        if (page.find()) {
            return "article:" + page.group(1) + (page.group(2) == null ? "" : page.group(2));
        }
        return "";
    }

    private String file(java.util.function.Predicate<FileRef> wanted) {
        return files.stream()
                .filter(wanted)
                .findFirst()
                .map(f -> "file:" + f.id())
                .orElse("");
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
