package org.clientportal.portal.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.FormKeys;
import org.clientportal.portal.conversation.FormView;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.tickets.TicketSending;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/tickets/new/{kind}")
@Needs(Feature.TICKETS)
class RequestController {

    private static final String PLAIN = "/tickets/new/plain";

    private final RequestPages pages;
    private final RequestForms requests;
    private final Forms forms;
    private final FormKeys keys;
    private final FormView view;
    private final Frames frames;

    RequestController(
            RequestPages pages, RequestForms requests, Forms forms, FormKeys keys, FormView view, Frames frames) {
        this.pages = pages;
        this.requests = requests;
        this.forms = forms;
        this.keys = keys;
        this.view = view;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView blank(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable UUID draft) {
        var kept = draft == null ? null : forms.draft(draft).orElse(null);
        return pages.form(request, viewer, kind, kept, List.of()).show();
    }

    @PostMapping
    ModelAndView send(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String formKey,
            @RequestParam(required = false) @Nullable String remove) {
        var earlier = forms.resultOf(formKey);
        if (earlier.isPresent()) {
            return new ModelAndView("redirect:" + earlier.get());
        }
        if (!requests.exists(viewer, kind)) {
            return gone(request, viewer, formKey);
        }
        var kept = forms.keep(viewer, RequestDrafts.page(kind), request);
        if (kept.isForFiles(remove)) {
            return new ModelAndView("redirect:" + RequestDrafts.page(kind) + "?draft="
                    + kept.draft().getId() + "#files");
        }
        if (requests.isOutdated(viewer, kind, kept.draft())) {
            return pages.form(request, viewer, kind, kept.draft(), List.of()).show(HttpStatus.CONFLICT);
        }
        var problems = new ArrayList<>(requests.problems(viewer, kind, kept.draft()));
        problems.addAll(view.problems(kept, frames.frame(request, null).formats()));
        if (!problems.isEmpty()) {
            return pages.form(request, viewer, kind, kept.draft(), problems).show(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            return new ModelAndView("redirect:" + requests.send(viewer, kind, kept.draft()) + "?said=ticket-sent");
        } catch (TicketSending.AlreadySent twin) {
            return new ModelAndView(
                    "redirect:" + forms.resultOf(kept.draft().formKey()).orElse("/tickets"));
        }
    }

    /** The kind was retired, or is this person's no more, while the form was filled in: nothing typed is lost. */
    private ModelAndView gone(HttpServletRequest request, Viewer viewer, String formKey) {
        if (!keys.isOf(viewer.person(), formKey)) {
            throw new NotFound();
        }
        var plain = requests.asPlain(forms.keep(viewer, PLAIN, request).draft(), PLAIN);
        return new ModelAndView("redirect:" + PLAIN + "?draft=" + plain.getId() + "&said=form-gone");
    }

    @GetMapping("/picture")
    ResponseEntity<byte[]> picture(Viewer viewer, @PathVariable String kind) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate())
                .body(pages.picture(viewer, kind));
    }
}
