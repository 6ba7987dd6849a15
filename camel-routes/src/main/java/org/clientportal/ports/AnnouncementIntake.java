package org.clientportal.ports;

import java.util.List;
import org.clientportal.itsm.Announcement;

/** Stores announcements of the platform, within the caller's transaction. Inward. */
public interface AnnouncementIntake {

    /** Newer versions replace older ones. */
    void take(List<Announcement> announcements);
}
