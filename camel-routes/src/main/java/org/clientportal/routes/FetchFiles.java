package org.clientportal.routes;

import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.ports.FileIntake;
import org.clientportal.ports.Leadership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the content of files that the feed only named, so that they open also while the platform is down. */
class FetchFiles {

    private static final Logger LOG = LoggerFactory.getLogger(FetchFiles.class);
    private static final int AT_ONCE = 50;

    private final ItsmConnector itsm;
    private final FileIntake intake;
    private final Leadership leadership;

    FetchFiles(ItsmConnector itsm, FileIntake intake, Leadership leadership) {
        this.itsm = itsm;
        this.intake = intake;
        this.leadership = leadership;
    }

    /** Some files, then others have their turn. */
    public void some() {
        if (!leadership.leads("files")) {
            return;
        }
        for (int count = 0; count < AT_ONCE; count++) {
            var missing = intake.next();
            if (missing.isEmpty()) {
                return;
            }
            var file = missing.get();
            try {
                intake.store(file, itsm.openFile(file.fileId()));
            } catch (ItsmUnavailable unavailable) {
                intake.failed(file, false);
                throw unavailable;
            } catch (ItsmRejected gone) {
                LOG.warn("file {} of the platform cannot be had: {}", file.fileId(), gone.getMessage());
                intake.failed(file, true);
            }
        }
    }
}
