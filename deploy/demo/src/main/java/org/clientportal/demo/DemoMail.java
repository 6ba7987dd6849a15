package org.clientportal.demo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Locale;

/**
 * Mail on the loopback interface: SMTP takes everything, and everybody's mailbox can be read over IMAP with the address and
 * one password. Subaddresses (RFC 5233, {@code support+token@…}) arrive in the mailbox before the plus.
 */
public final class DemoMail implements AutoCloseable {

    private static final long START_LIMIT_MS = 30_000;

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_IMAP)});
    private final String password = Secrets.next();

    private static ServerSetup setup(String protocol) {
        var setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(START_LIMIT_MS);
        return setup;
    }

    public static DemoMail start() {
        var mail = new DemoMail();
        mail.server.start();
        mail.mailbox(PortalSettings.SUPPORT);
        mail.users().setMessageDeliveryHandler((message, address) -> mail.mailbox(address.getEmail()));
        return mail;
    }

    private UserManager users() {
        return server.getUserManager();
    }

    /** The mailbox of an address, made when it is new. */
    synchronized GreenMailUser mailbox(String address) {
        var plain = address.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
        var known = users().getUserByEmail(plain);
        try {
            return known != null ? known : users().createUser(plain, plain, password);
        } catch (UserException refused) {
            throw new IllegalStateException(plain, refused);
        }
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** Opens every mailbox. */
    public String password() {
        return password;
    }

    @Override
    public void close() {
        server.stop();
    }
}
