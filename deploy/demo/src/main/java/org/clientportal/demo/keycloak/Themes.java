package org.clientportal.demo.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The portal's themes, laid out as Keycloak wants them. They are plain files: a change needs no new build. */
final class Themes {

    private static final String ROOT = "/keycloak/";

    /** Copies {@code keycloak/} of the templates ({@code login/…}, {@code email/…}) to {@code themes/portal/}. */
    static void copyInto(Path run) {
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:keycloak/**")) {
                var url = resource.getURL().toString();
                var path = url.substring(url.lastIndexOf(ROOT) + ROOT.length());
                if (resource.isReadable() && !path.endsWith("/")) {
                    copy(resource, run.resolve("themes").resolve(inTheme(path)));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path inTheme(String path) {
        return path.startsWith("portal/") ? Path.of(path) : Path.of("portal").resolve(path);
    }

    private static void copy(org.springframework.core.io.Resource resource, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var in = resource.getInputStream()) {
            Files.copy(in, file);
        }
    }

    private Themes() {}
}
