package org.clientportal.portal.conversation;

import java.util.List;

/**
 * What was said on one day, oldest first.
 *
 * @param label {@code wczoraj, 23 listopada}
 */
public record DayView(String label, List<EntryView> entries) {

    public DayView {
        entries = List.copyOf(entries);
    }
}
