package org.clientportal.ports;

import java.io.InputStream;

/** Content of platform files that is not mirrored yet. Outward. */
public interface PlatformFiles {

    /** The caller closes the stream. */
    InputStream open(String fileId);
}
