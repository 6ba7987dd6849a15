package org.clientportal.portal.pdf;

import com.openhtmltopdf.extend.FSStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** What the portal itself hands to the renderer. */
record OwnStream(InputStream bytes) implements FSStream {

    @Override
    public InputStream getStream() {
        return bytes;
    }

    @Override
    public Reader getReader() {
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }
}
