package org.clientportal.portal.owndata;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.conversation.Contents;
import org.clientportal.portal.owndata.OwnDataDocument.Part;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Templates;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The archive: {@code data.json}, {@code index.html} and the folder {@code files}. It is written to disk row by row, so that neither
 * a person with many tickets nor a slow reader costs memory or holds a transaction.
 */
@Component
class OwnDataArchive {

    static final String FORMAT = "client-portal-own-data";
    /** Grows when a name changes its meaning or goes; new ones may come without. */
    static final int VERSION = 1;

    private final OwnData data;
    private final OwnDataSettings settings;
    private final Contents contents;
    private final Templates templates;
    private final JsonMapper json;

    OwnDataArchive(OwnData data, OwnDataSettings settings, Contents contents, Templates templates, JsonMapper json) {
        this.data = data;
        this.settings = settings;
        this.contents = contents;
        this.templates = templates;
        this.json = json;
    }

    /** Writes the viewer's archive into a file, which is the caller's to delete. */
    @PageTransaction
    public void write(Frame frame, Path file) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var files = files(zip);
            zip.putNextEntry(new ZipEntry("data.json"));
            var machines = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            json(frame, files, machines);
            machines.flush();
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("index.html"));
            var people = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            page(frame, files, people);
            people.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Contents of the person's own files as long as they fit. */
    private Map<String, String> files(ZipOutputStream zip) throws IOException {
        var paths = new LinkedHashMap<String, String>();
        var left = settings.files().toBytes();
        for (var own : data.files()) {
            if (own.bytes() < 0 || own.bytes() > left) {
                continue;
            }
            left -= own.bytes();
            var path = "files/" + own.id() + "/" + safe(own.name());
            zip.putNextEntry(new ZipEntry(path));
            try (var bytes = contents.openForPage(own.sha256(), own.bytes())) {
                bytes.transferTo(zip);
            }
            zip.closeEntry();
            paths.put(own.id().toString(), path);
        }
        return paths;
    }

    /** A name that no program takes for a way out of the folder. */
    static String safe(String name) {
        var safe = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]", "_").strip();
        return safe.isEmpty() || safe.chars().allMatch(letter -> letter == '.')
                ? "file"
                : safe.substring(Math.max(0, safe.length() - 120));
    }

    private void json(Frame frame, Map<String, String> files, Writer out) throws IOException {
        out.write("{\"format\":" + json.writeValueAsString(FORMAT) + ",\"version\":" + VERSION);
        out.write(",\"createdAt\":"
                + json.writeValueAsString(frame.formats().now().toString()));
        out.write(",\"portal\":"
                + json.writeValueAsString(
                        frame.brand().name() + " " + frame.brand().product()));
        out.write(",\"sections\":{");
        for (var section : Section.values()) {
            out.write((section.ordinal() == 0 ? "\n" : ",\n") + json.writeValueAsString(section.key()) + ":[");
            try (var rows = data.rows(section)) {
                var separator = "\n";
                for (var row : (Iterable<String>) rows::iterator) {
                    out.write(separator + row);
                    separator = ",\n";
                }
            }
            out.write("]");
        }
        out.write("},\n\"files\":" + json.writeValueAsString(files) + "}\n");
    }

    private void page(Frame frame, Map<String, String> files, Writer out) {
        var readable = new Readable(frame, files, json);
        var parts = java.util.Arrays.stream(Section.values())
                .map(section -> new Part(section.key(), new Rows(data.rows(section), readable)))
                .iterator();
        templates.draw("documents/owndata/own-data.ftlh", new OwnDataDocument(frame, parts), out);
    }
}
