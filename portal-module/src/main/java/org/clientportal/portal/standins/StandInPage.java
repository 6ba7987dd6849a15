package org.clientportal.portal.standins;

import java.util.List;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for the viewer.
 *
 * @param mine who does or will; null when nobody
 * @param others for whom the viewer does or will
 * @param form fields {@code who}, {@code from} and {@code to}
 * @param today the first day there can be, as the fields take it
 */
public record StandInPage(Frame frame, @Nullable Period mine, List<Period> others, Form form, String today)
        implements Page {

    public StandInPage {
        others = List.copyOf(others);
    }

    /**
     * From the first day to the last, ready to be shown.
     *
     * @param now whether it has begun
     */
    public record Period(String name, String from, String last, boolean now) {}

    @Override
    public String template() {
        return "pages/standins/stand-in";
    }
}
