package org.clientportal.portal.tickets;

import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the viewer hears of a ticket. */
@Controller
@Needs(Feature.TICKETS)
class TicketMuteController {

    private final TicketMutes mutes;

    TicketMuteController(TicketMutes mutes) {
        this.mutes = mutes;
    }

    @PostMapping("/tickets/{number}/mute")
    String mute(Viewer viewer, @PathVariable String number) {
        mutes.mute(viewer, number);
        return "redirect:/tickets/" + number + "?said=muted";
    }

    /** @param listed whether it is ended in the list of all muted ones, where the viewer stays */
    @PostMapping("/tickets/{number}/mute/end")
    String end(Viewer viewer, @PathVariable String number, @RequestParam(defaultValue = "false") boolean listed) {
        mutes.end(viewer, number);
        return "redirect:" + (listed ? "/profile/notifications?unmuted" : "/tickets/" + number + "?said=unmuted");
    }
}
