package org.clientportal.demo.keycloak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The portal's extension of Keycloak, packed from the class path: the same classes that {@code portal-keycloak.jar} has. */
record Extension(byte[] jar) {

    private static final String CLASSES = "org/clientportal/keycloak/extension/";
    private static final List<String> SERVICES = List.of(
            "META-INF/services/org.keycloak.authentication.AuthenticatorFactory",
            "META-INF/services/org.keycloak.authentication.actiontoken.ActionTokenHandlerFactory");

    static Extension fromClassPath() {
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            var files = new TreeMap<String, Resource>();
            SERVICES.forEach(service -> files.put(service, resolver.getResource("classpath:" + service)));
            for (var file : resolver.getResources("classpath*:" + CLASSES + "*.class")) {
                files.put(CLASSES + file.getFilename(), file);
            }
            return new Extension(packed(files));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same bytes for the same classes, since what is built with them is kept by their name. */
    private static byte[] packed(TreeMap<String, Resource> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                jar.putNextEntry(entry);
                jar.write(file.getValue().getContentAsByteArray());
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    String mark() {
        var sum = new CRC32();
        sum.update(jar);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    void copyInto(Path home) {
        try {
            Files.write(home.resolve("providers/portal-keycloak.jar"), jar);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
