package org.clientportal.portal.letters;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A message that is written in one piece. The encoder of the mail library writes byte by byte, and a {@code BufferedOutputStream}
 * made on a virtual thread, as that of the connection is, grows by one with each: 13 MB are copied for a mail of a few kB
 * (measured with Java 25).
 */
final class WholeMessage extends MimeMessage {

    private static final int USUAL = 16 * 1024;

    WholeMessage(Session session) {
        super(session);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        var whole = new ByteArrayOutputStream(USUAL);
        super.writeTo(whole, ignoredHeaders);
        whole.writeTo(out);
    }
}
