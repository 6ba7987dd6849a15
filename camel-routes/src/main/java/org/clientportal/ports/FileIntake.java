package org.clientportal.ports;

import java.io.InputStream;
import java.util.Optional;

/** Takes the content of platform files into the mirror, newest first. Inward. */
public interface FileIntake {

    /**
     * A file whose content is not here yet.
     *
     * @param fileId the platform's id
     */
    record Missing(String attachment, String fileId) {}

    /** The newest file that is to be mirrored and has not failed lately; empty when nothing is missing. */
    Optional<Missing> next();

    /** Stores its content; closes the stream. */
    void store(Missing file, InputStream content);

    /** It could not be read now, or never can be. */
    void failed(Missing file, boolean forGood);
}
