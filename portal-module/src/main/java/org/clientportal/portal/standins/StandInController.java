package org.clientportal.portal.standins;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.standins.StandInPage.Period;
import org.clientportal.portal.standins.StandIns.StandIn;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.TICKETS)
class StandInController {

    private static final String PAGE = "/profile/stand-in";
    private static final int LONGEST_DAYS = 366;
    private static final int SHOWN_DAYS = 7;

    private final StandIns standIns;
    private final Forms forms;
    private final Frames frames;

    StandInController(StandIns standIns, Forms forms, Frames frames) {
        this.standIns = standIns;
        this.forms = forms;
        this.frames = frames;
    }

    @GetMapping(PAGE)
    ModelAndView show(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, Map.of(), List.of()).show();
    }

    @PostMapping(PAGE)
    ModelAndView set(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        var problems = new ArrayList<Problem>();
        var formats = frames.frame(request, null).formats();
        var today = formats.dayOf(formats.now());
        var meant = standIns.meant(viewer, who);
        if (who.isBlank()) {
            problems.add(Problem.of("who", "people.missing"));
        } else if (meant.isEmpty()) {
            problems.add(Problem.of("who", "people.unknown"));
        } else if (meant.size() > 1) {
            problems.add(Problem.of("who", "people.ambiguous"));
        }
        var first = day(from);
        var last = day(to);
        if (first == null || first.isBefore(today) || first.isAfter(today.plusDays(LONGEST_DAYS))) {
            problems.add(Problem.of("from", "stand-in.from-wrong"));
        }
        if (last == null
                || last.isBefore(today)
                || first != null && (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS)))) {
            problems.add(Problem.of("to", "stand-in.to-wrong"));
        }
        if (problems.isEmpty()
                && first != null
                && last != null
                && !standIns.set(viewer, meant.getFirst(), first, last)) {
            problems.add(Problem.of("who", "people.unknown"));
        }
        return problems.isEmpty()
                ? new ModelAndView("redirect:" + PAGE + "?saved")
                : page(request, viewer, Map.of("who", who, "from", from, "to", to), problems)
                        .show(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @PostMapping(PAGE + "/end")
    String end(Viewer viewer) {
        standIns.end(viewer);
        return "redirect:" + PAGE + "?saved";
    }

    private StandInPage page(
            HttpServletRequest request, Viewer viewer, Map<String, String> typed, List<Problem> problems) {
        var frame = frames.frame(request, Place.PROFILE)
                .withFlash(request.getParameter("saved") != null ? Flash.done("flash.profile-saved") : null);
        var formats = frame.formats();
        var today = formats.dayOf(formats.now());
        var all = standIns.of(viewer);
        var values = typed.isEmpty()
                ? Map.of(
                        "from",
                        today.toString(),
                        "to",
                        today.plusDays(SHOWN_DAYS).toString())
                : typed;
        return new StandInPage(
                frame,
                all.stream()
                        .filter(StandIn::mine)
                        .findFirst()
                        .map(mine -> period(mine, formats))
                        .orElse(null),
                all.stream()
                        .filter(one -> !one.mine())
                        .map(one -> period(one, formats))
                        .toList(),
                new Form(PAGE, forms.newKey(viewer), null, values, problems, List.of(), null),
                today.toString());
    }

    private static Period period(StandIn one, Formats formats) {
        return new Period(
                one.name(),
                formats.date(formats.dayOf(one.from())),
                formats.date(formats.dayOf(one.until().minusSeconds(1))),
                !one.from().isAfter(formats.now()));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
