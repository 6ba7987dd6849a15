package org.clientportal.portal.assets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.tickets.TicketSending;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "I do not have this". Whoever has said so already comes to the ticket that says it; what was given back meanwhile, to its page. */
@Controller
@RequestMapping("/equipment/{asset}/correction")
@Needs(Feature.ASSETS)
class AssetCorrectionController {

    private final AssetPages pages;
    private final AssetCorrections corrections;
    private final Forms forms;

    AssetCorrectionController(AssetPages pages, AssetCorrections corrections, Forms forms) {
        this.pages = pages;
        this.corrections = corrections;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView ask(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String asset,
            @RequestParam(required = false) @Nullable UUID draft) {
        var elsewhere = corrections.elsewhere(viewer, asset);
        if (elsewhere.isPresent()) {
            return new ModelAndView("redirect:" + elsewhere.get());
        }
        var kept = draft == null ? null : forms.draft(draft).orElse(null);
        return pages.correction(request, viewer, asset, kept, List.of()).show();
    }

    @PostMapping
    ModelAndView say(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String asset,
            @RequestParam(defaultValue = "") String formKey) {
        var earlier = forms.resultOf(formKey).or(() -> corrections.elsewhere(viewer, asset));
        if (earlier.isPresent()) {
            return new ModelAndView("redirect:" + earlier.get());
        }
        var kept = forms.keep(viewer, AssetPaths.asset(asset) + AssetPaths.CORRECTION, request);
        if (kept.draft().value("text").length() > AssetCorrectionPage.LONGEST_TEXT) {
            return pages.correction(request, viewer, asset, kept.draft(), List.of(AssetCorrectionPage.textTooLong()))
                    .show(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            return new ModelAndView("redirect:" + corrections.say(viewer, asset, kept.draft()));
        } catch (AssetCorrections.AlreadySaid | TicketSending.AlreadySent twin) {
            return new ModelAndView("redirect:"
                    + forms.resultOf(kept.draft().formKey())
                            .or(() -> corrections.elsewhere(viewer, asset))
                            .orElse(AssetPaths.asset(asset)));
        }
    }
}
