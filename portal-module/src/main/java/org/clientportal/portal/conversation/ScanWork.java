package org.clientportal.portal.conversation;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.clientportal.ports.ContentWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has one content after the other looked at; when the scanner is silent, everything waits until it speaks again. */
@Component
@Order(1)
class ScanWork implements ContentWork {

    private static final Logger LOG = LoggerFactory.getLogger(ScanWork.class);

    private final FileScans scans;
    private final Contents contents;
    private final Clock clock;
    private final ScannerSettings settings;
    private volatile Instant silentUntil = Instant.MIN;

    ScanWork(FileScans scans, Contents contents, Clock clock, ScannerSettings settings) {
        this.scans = scans;
        this.contents = contents;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public boolean next() {
        if (!scans.isOn() || clock.instant().isBefore(silentUntil)) {
            return false;
        }
        var next = scans.unseen();
        if (next.isEmpty()) {
            return false;
        }
        var content = next.get();
        try {
            scans.note(content, scans.ask(contents.openForWork(content.sha256(), content.size())));
            return true;
        } catch (Clamd.Silent silent) {
            silentUntil = clock.instant().plus(settings.retryAfter());
            LOG.warn("the virus scanner is silent, files wait: {}", silent.getMessage());
            // one that always takes too long keeps no other waiting
            scans.later(content, silent.toString());
            return false;
        } catch (IOException | RuntimeException unreadable) {
            scans.later(content, unreadable.toString());
            return true;
        }
    }
}
