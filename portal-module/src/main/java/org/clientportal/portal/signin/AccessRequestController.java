package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clientportal.portal.signin.AccessRequests.Outcome;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Frames;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where Keycloak's page for strangers leads to. */
@Controller
class AccessRequestController {

    static final String PATH = "/access-request";

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;:\\p{Cntrl}]{1,64}@[^\\s@<>\",;:\\p{Cntrl}]{1,190}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 1000;

    private final Frames frames;
    private final AccessRequests requests;

    AccessRequestController(Frames frames, AccessRequests requests) {
        this.frames = frames;
        this.requests = requests;
    }

    @GetMapping(PATH)
    ModelAndView form(HttpServletRequest request) {
        var sent = request.getParameter("sent") != null;
        return page(request, Map.of(), List.of(), sent).show();
    }

    @PostMapping(PATH)
    ModelAndView ask(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String note) {
        var problems = problems(name.strip(), email.strip(), note.strip());
        if (problems.isEmpty()) {
            var outcome = requests.ask(name.strip(), email.strip(), note.strip(), request.getRemoteAddr());
            if (outcome == Outcome.SENT) {
                return new ModelAndView("redirect:" + PATH + "?sent");
            }
            problems = List.of(Problem.of(
                    "email", outcome == Outcome.TOO_MANY ? "access-request.too-many" : "access-request.not-sent"));
        }
        return page(request, Map.of("name", name, "email", email, "note", note), problems, false)
                .show(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static List<Problem> problems(String name, String email, String note) {
        var problems = new ArrayList<Problem>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(Problem.of("name", "access-request.name-missing"));
        }
        if (!EMAIL.matcher(email).matches()) {
            problems.add(Problem.of("email", "access-request.email-wrong"));
        }
        if (note.length() > LONGEST_NOTE) {
            problems.add(Problem.of("note", "access-request.note-long", LONGEST_NOTE));
        }
        return problems;
    }

    private AccessRequestPage page(
            HttpServletRequest request, Map<String, String> values, List<Problem> problems, boolean sent) {
        var form = new Form(PATH, "", null, values, problems, List.of(), null);
        return new AccessRequestPage(frames.frame(request, null), form, sent);
    }
}
