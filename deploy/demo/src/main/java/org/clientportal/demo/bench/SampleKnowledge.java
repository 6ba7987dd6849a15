package org.clientportal.demo.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The folder {@code knowledge} of the demo, in its jar or beside its classes. */
record SampleKnowledge(Path path, @Nullable FileSystem jar) implements AutoCloseable {

    static SampleKnowledge open() throws IOException {
        try {
            var place = Objects.requireNonNull(
                            SampleKnowledge.class.getResource("/knowledge"), "no sample knowledge base")
                    .toURI();
            if (place.getScheme().equals("jar")) {
                var jar = FileSystems.newFileSystem(place, Map.of());
                return new SampleKnowledge(jar.getPath("/knowledge"), jar);
            }
            return new SampleKnowledge(Path.of(place), null);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}
