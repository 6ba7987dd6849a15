package org.clientportal.demo.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Ports;
import org.clientportal.demo.Secrets;
import org.clientportal.demo.desk.DeskProcess;

/** A portal that can be killed before a desk that can be told to fail; people of two firms are signed in. */
final class Scene implements AutoCloseable {

    /** The portal gives a call up after this. */
    static final Duration CALL = Duration.ofMillis(1500);
    /** The desk acts at the latest after this; the portal asks no sooner. */
    static final Duration REQUEST_LIMIT = Duration.ofSeconds(4);
    /** The two firms are always both there. */
    static final List<Writer> WRITERS = List.of(Writer.ANNA, Writer.EWA);

    private static final Duration LEASE = Duration.ofSeconds(6);

    private final DemoFolders folders = DemoFolders.forThisRun();
    private final String token = Secrets.next();
    private final int deskPort = Ports.free();
    private final KillablePortal portal;
    private DeskProcess desk;

    Scene() throws IOException {
        desk = startDesk();
        desk().moveIn(Writer.ANNA, "Oriale");
        desk().moveIn(Writer.EWA, "Brzozów Logistyka");
        portal = new KillablePortal(folders, settings(), WRITERS);
        portal.start(null, 0);
        portal.signIn();
    }

    KillablePortal portal() {
        return portal;
    }

    private DeskProcess startDesk() throws IOException {
        var options = DeskProcess.Options.plain(folders.run().resolve("desk"), token)
                .withPort(deskPort)
                .withChaos();
        var started = DeskProcess.start(options);
        new DeskSide(started.url(), token).order(Map.of());
        return started;
    }

    void killDesk() throws InterruptedException {
        desk.kill();
    }

    void deskAgain() throws IOException {
        desk = startDesk();
    }

    DeskSide desk() {
        return new DeskSide(desk.url(), token);
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("portal.itsm.platform", "http");
        settings.put("portal.itsm.http.url", desk.connectorUrl().toString());
        settings.put("portal.itsm.http.token", token);
        settings.put("portal.itsm.http.connect-timeout", CALL.toMillis() + "ms");
        settings.put("portal.itsm.http.request-timeout", CALL.toMillis() + "ms");
        settings.put("portal.itsm.http.file-timeout", CALL.toMillis() + "ms");
        settings.put("portal.outbox.request-limit", REQUEST_LIMIT.toMillis() + "ms");
        settings.put("portal.sync.lease", LEASE.toMillis() + "ms");
        return settings;
    }

    @Override
    public void close() {
        portal.close();
        desk.close();
        DemoFolders.remove(folders.run());
    }
}
