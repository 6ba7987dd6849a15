package org.clientportal.portal.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.evidence.CheckPage.Answer;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frames;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says to anybody who has a code whether it is of a valid confirmation, and nothing else: one answer for a code that was never
 * given, one that is mistyped, a confirmation that somebody altered and one that was erased; and each after the same time.
 */
@Controller
class CheckController {

    static final String PATH = "/check";

    private static final Duration ANSWER_AFTER = Duration.ofMillis(300);
    private static final int LONGEST = 60;

    private final Frames frames;
    private final Verification verification;
    private final CheckLimits limits;

    CheckController(Frames frames, Verification verification, CheckLimits limits) {
        this.frames = frames;
        this.verification = verification;
        this.limits = limits;
    }

    @GetMapping(PATH)
    ModelAndView form(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        var typed = code.strip();
        return typed.isEmpty()
                ? page(request, "", Answer.NOT_ASKED).show()
                : new ModelAndView("redirect:" + PATH + "/"
                        + URLEncoder.encode(shortened(CheckCode.read(typed).orElse(typed)), StandardCharsets.UTF_8)
                                .replace("+", "%20"));
    }

    @GetMapping(PATH + "/{code}")
    ModelAndView check(HttpServletRequest request, HttpServletResponse response, @PathVariable String code)
            throws InterruptedException {
        var until = System.nanoTime() + ANSWER_AFTER.toNanos();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var answer = answer(code, request.getRemoteAddr());
        Thread.sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        return page(request, shortened(code), answer)
                .show(answer == Answer.TOO_MANY ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.OK);
    }

    private Answer answer(String code, String network) {
        if (!limits.allows(network)) {
            return Answer.TOO_MANY;
        }
        return CheckCode.read(code).filter(verification::isValid).isPresent() ? Answer.VALID : Answer.NOT_VALID;
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    private CheckPage page(HttpServletRequest request, String code, Answer answer) {
        return new CheckPage(
                frames.frame(request, null),
                new Form(PATH, "", null, Map.of("code", code), List.of(), List.of(), null),
                answer);
    }
}
