package org.clientportal.demo.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form with files as browsers post it (RFC 7578), held in memory: for the agent's page only. */
record Multipart(Map<String, String> fields, List<Part> files) {

    private static final int LIMIT = 60_000_000;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type: *([^\r\n;]+)");

    /** A chosen file. */
    record Part(String name, String contentType, byte[] bytes) {

        InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    static Multipart of(@Nullable String contentType, InputStream body) throws IOException {
        var found = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!found.find()) {
            throw new IllegalArgumentException("no form with files");
        }
        // one character a byte, so that files survive
        var all = new String(body.readNBytes(LIMIT), StandardCharsets.ISO_8859_1);
        var delimiter = "\r\n--" + found.group(1);
        var fields = new LinkedHashMap<String, String>();
        var files = new ArrayList<Part>();
        var rest = "\r\n" + all;
        int at = rest.indexOf(delimiter);
        while (at >= 0) {
            int start = at + delimiter.length() + 2;
            int end = rest.indexOf(delimiter, start);
            if (end < 0) {
                break;
            }
            part(rest.substring(start, end), fields, files);
            at = end;
        }
        return new Multipart(fields, files);
    }

    private static void part(String part, Map<String, String> fields, List<Part> files) {
        int blank = part.indexOf("\r\n\r\n");
        if (blank < 0) {
            return;
        }
        var head = utf8(part.substring(0, blank));
        var body = part.substring(blank + 4);
        var fileName = FILE_NAME.matcher(head);
        var name = NAME.matcher(head);
        if (fileName.find()) {
            if (!fileName.group(1).isEmpty()) {
                var type = TYPE.matcher(head);
                files.add(new Part(
                        fileName.group(1).replace("%22", "\""),
                        type.find() ? type.group(1).strip() : "application/octet-stream",
                        body.getBytes(StandardCharsets.ISO_8859_1)));
            }
        } else if (name.find()) {
            fields.put(name.group(1), utf8(body));
        }
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
