package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** Names a browser and its system for its owner to recognise: "Firefox, Windows". Not a proof of anything. */
final class Devices {

    private static final Map<String, Pattern> BROWSERS = ordered(
            "Edge", "Edg(e|A|iOS)?/",
            "Opera", "OPR/|Opera",
            "Samsung Internet", "SamsungBrowser/",
            "Firefox", "Firefox/|FxiOS/",
            "Chrome", "Chrome/|CriOS/",
            "Safari", "Safari/");
    private static final Map<String, Pattern> SYSTEMS = ordered(
            "Android", "Android",
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Windows", "Windows",
            "macOS", "Mac OS X|Macintosh",
            "ChromeOS", "CrOS",
            "Linux", "Linux");

    private Devices() {}

    /** Empty when the browser does not say. */
    static String of(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent == null ? "" : named(agent);
    }

    static String named(String agent) {
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(Map<String, Pattern> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> name.getValue().matcher(agent).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Pattern> ordered(String... namesAndPatterns) {
        var names = new LinkedHashMap<String, Pattern>();
        for (int at = 0; at < namesAndPatterns.length; at += 2) {
            names.put(namesAndPatterns[at], Pattern.compile(namesAndPatterns[at + 1]));
        }
        return names;
    }
}
