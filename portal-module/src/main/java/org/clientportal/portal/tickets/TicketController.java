package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.TICKETS)
class TicketController {

    private final TicketPages pages;
    private final Forms forms;

    TicketController(TicketPages pages, Forms forms) {
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping("/tickets/{number}")
    ModelAndView ticket(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID draft) {
        var kept = draft == null ? null : forms.draft(draft).orElse(null);
        var page = pages.ticket(request, viewer, number, kept, List.of());
        var now = page.liveId();
        // the number the platform gave is the address from now on
        return now.equals(number) ? page.show() : new ModelAndView("redirect:/tickets/" + now);
    }
}
