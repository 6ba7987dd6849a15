package org.clientportal.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks for the settings: each key first in the environment, then in the file; when neither names an address, what a running
 * demo wrote. The three are never mixed with the demo's, so that its secret goes nowhere else.
 */
final class SettingsFinder {

    static final List<String> KEYS = List.of("url", "client-id", "client-secret", "token-url");

    private final Map<String, String> environment;
    private final Path home;
    private final List<Path> moreDemoFiles;
    private final JsonMapper json;

    /** @param moreDemoFiles further places where a demo may have written its state */
    SettingsFinder(Map<String, String> environment, Path home, List<Path> moreDemoFiles, JsonMapper json) {
        this.environment = environment;
        this.home = home;
        this.moreDemoFiles = moreDemoFiles;
        this.json = json;
    }

    Settings find() {
        var values = new HashMap<String, String>();
        var sources = new ArrayList<String>();
        var file = file();
        if (Files.exists(file)) {
            values.putAll(read(file));
            sources.add(file.toString());
        }
        for (var key : KEYS) {
            var value = environment.get(variable(key));
            if (value != null && !value.isBlank()) {
                values.put(key, value.strip());
                sources.add(variable(key));
            }
        }
        if (values.containsKey("url")) {
            return settings(values, String.join(", ", sources));
        }
        for (var demo : demoFiles()) {
            if (Files.isReadable(demo)) {
                return ofDemo(demo);
            }
        }
        throw new Failure(Exit.FAILED, nothingFound(file));
    }

    /** The file an administrator writes. */
    Path file() {
        var named = environment.get("PORTAL_CLI_CONFIG");
        if (named != null && !named.isBlank()) {
            var file = Path.of(named);
            if (!Files.exists(file)) {
                throw new Failure(Exit.FAILED, "PORTAL_CLI_CONFIG names " + file + ", which does not exist");
            }
            return file;
        }
        return base("XDG_CONFIG_HOME", ".config").resolve("portal").resolve("cli.properties");
    }

    /** What a demo of the same user writes while it runs, first of all. */
    private List<Path> demoFiles() {
        var files = new ArrayList<Path>();
        files.add(
                base("XDG_STATE_HOME", ".local/state").resolve("client-portal").resolve("demo.json"));
        files.addAll(moreDemoFiles);
        return files;
    }

    private Path base(String variable, String otherwise) {
        var named = environment.get(variable);
        return named != null && !named.isBlank() ? Path.of(named) : home.resolve(otherwise);
    }

    private Map<String, String> read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(Exit.FAILED, "cannot read " + file + ": " + e.getMessage(), e);
        }
        var values = new HashMap<String, String>();
        for (var key : properties.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw new Failure(
                        Exit.FAILED,
                        file + " has the unknown setting '" + key + "'; known are " + String.join(", ", KEYS));
            }
            values.put(key, properties.getProperty(key).strip());
        }
        if (values.containsKey("client-secret") && othersMayRead(file)) {
            throw new Failure(
                    Exit.FAILED, file + " holds a secret and others can read it; run: chmod 600 '" + file + "'");
        }
        return values;
    }

    private static boolean othersMayRead(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private Settings ofDemo(Path file) {
        try {
            var api = json.readTree(Files.readString(file)).path("adminApi");
            return settings(
                    Map.of(
                            "url", api.path("url").asString(""),
                            "client-id", api.path("clientId").asString(""),
                            "client-secret", api.path("clientSecret").asString("")),
                    "the demo's " + file);
        } catch (IOException | JacksonException e) {
            throw new Failure(Exit.FAILED, "cannot read what the demo wrote in " + file, e);
        }
    }

    private static Settings settings(Map<String, String> values, String source) {
        return new Settings(
                address("url", required(values, "url", source)),
                required(values, "client-id", source),
                required(values, "client-secret", source),
                Optional.ofNullable(values.get("token-url")).map(value -> address("token-url", value)),
                source);
    }

    private static String required(Map<String, String> values, String key, String source) {
        @Nullable String value = values.get(key);
        if (value == null || value.isBlank()) {
            throw new Failure(
                    Exit.FAILED,
                    "the setting " + key + " is missing (found so far: " + source + "); set " + variable(key) + " or "
                            + key + "=… in the settings file");
        }
        return value;
    }

    private static URI address(String key, String value) {
        try {
            return new URI(value.replaceFirst("(/admin/api/v1)?/?$", ""));
        } catch (URISyntaxException e) {
            throw new Failure(Exit.FAILED, "the setting " + key + " is no address: '" + value + "'", e);
        }
    }

    private static String variable(String key) {
        return "PORTAL_CLI_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String nothingFound(Path file) {
        return """
                there is no word of where the portal is. Either
                  start the demo:            ./portal demo
                  or write %s:
                      url=https://portal.example.com
                      client-id=portal-cli
                      client-secret=…
                  or set PORTAL_CLI_URL, PORTAL_CLI_CLIENT_ID, PORTAL_CLI_CLIENT_SECRET""".formatted(file);
    }
}
