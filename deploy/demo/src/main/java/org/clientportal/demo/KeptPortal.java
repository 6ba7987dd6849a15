package org.clientportal.demo;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;

/** The portal under supervision: killed, it is started again, so that what it promises about crashes can be tried by hand. */
final class KeptPortal implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final String url;
    private final Map<String, String> settings;
    private final DemoFolders folders;
    private final Leash leash;
    private volatile PortalProcess portal;
    private volatile boolean closing;

    KeptPortal(String url, Map<String, String> settings, DemoFolders folders, Leash leash) {
        this.url = url;
        this.settings = settings;
        this.folders = folders;
        this.leash = leash;
        this.portal = begin();
    }

    private PortalProcess begin() {
        return PortalProcess.start(url, settings, folders, leash).awaitReady(LIMIT);
    }

    /** Watches until the demo ends; says the new process id after each new start. */
    void keep(LongConsumer renewed) {
        while (!closing) {
            var ended = portal.process().ended().join();
            if (closing) {
                return;
            }
            System.out.println("  the portal ended with " + ended.exitValue() + ", starting it again");
            portal = begin();
            renewed.accept(portal.pid());
            System.out.println("  the portal is back");
        }
    }

    String url() {
        return url;
    }

    long pid() {
        return portal.pid();
    }

    @Override
    public void close() {
        closing = true;
        portal.close();
    }
}
