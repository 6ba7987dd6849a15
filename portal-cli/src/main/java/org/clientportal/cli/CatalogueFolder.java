package org.clientportal.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A catalogue's file, and the pictures that it names, which lie beside it. */
final class CatalogueFolder {

    /** Only what the file itself says is a picture; the portal decides whether it is one. */
    private static final Pattern PICTURE = Pattern.compile(
            "(?m)\\bpicture:\\s*[\"']?([\\w][\\w ./-]*\\.(?:png|jpe?g))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Path file;

    private CatalogueFolder(Path file) {
        this.file = file;
    }

    static CatalogueFolder of(String file) {
        try {
            return new CatalogueFolder(Path.of(file).toAbsolutePath().normalize());
        } catch (InvalidPathException wrong) {
            throw Failure.usage("'" + file + "' is no file name");
        }
    }

    String source() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException absent) {
            throw new Failure(Exit.NOT_FOUND, "there is no file " + file, absent);
        } catch (MalformedInputException notText) {
            throw new Failure(Exit.FAILED, file + " is not UTF-8 text", notText);
        } catch (IOException unreadable) {
            throw new Failure(Exit.FAILED, file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Base64 of the pictures that the file names and that are there. */
    Map<String, String> pictures() {
        var pictures = new LinkedHashMap<String, String>();
        PICTURE.matcher(source())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .forEach(name -> {
                    var picture = beside(name);
                    if (Files.isRegularFile(picture)) {
                        pictures.put(name, read(picture));
                    }
                });
        return pictures;
    }

    private static String read(Path picture) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(picture));
        } catch (IOException unreadable) {
            throw new Failure(Exit.FAILED, picture + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Writes an exported catalogue; says how many pictures lie beside it then. */
    int write(JsonNode exported) {
        try {
            Files.writeString(file, exported.path("source").asString(""));
            var pictures = exported.path("pictures");
            for (var each : pictures.properties()) {
                var picture = beside(each.getKey());
                Files.createDirectories(Objects.requireNonNull(picture.getParent()));
                Files.write(picture, Base64.getDecoder().decode(each.getValue().asString("")));
            }
            return pictures.size();
        } catch (IOException failed) {
            throw new Failure(Exit.FAILED, file + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    /** A name never leads out of the folder. */
    private Path beside(String name) {
        var folder = Objects.requireNonNull(file.getParent());
        var picture = folder.resolve(name).normalize();
        if (!picture.startsWith(folder)) {
            throw new Failure(Exit.FAILED, "the picture " + name + " is not beside " + file);
        }
        return picture;
    }
}
