package org.clientportal.portal.notifications;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.notifications.NotificationChoices.Chosen;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.Place;
import org.clientportal.portal.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.TICKETS)
class NotificationChoicesController {

    static final String PAGE = "/profile/notifications";
    private static final String DIGEST = "digest";
    private static final String HOURLY = "hourly";
    private static final int HOURS = 24;

    private final NotificationChoices choices;
    private final Forms forms;
    private final Frames frames;

    NotificationChoicesController(NotificationChoices choices, Forms forms, Frames frames) {
        this.choices = choices;
        this.forms = forms;
        this.frames = frames;
    }

    @GetMapping(PAGE)
    ModelAndView show(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, choices.of(viewer), List.of()).show();
    }

    @PostMapping(PAGE)
    ModelAndView choose(HttpServletRequest request, Viewer viewer) {
        var problems = new ArrayList<Problem>();
        var before = choices.of(viewer);
        var mails = new EnumMap<Topic, Delivery>(before.mails());
        for (var topic : Topic.values()) {
            Delivery.of(given(request, topic.field()))
                    .ifPresentOrElse(
                            mail -> mails.put(topic, mail),
                            () -> problems.add(Problem.of(topic.field(), "notifications.choice-unknown")));
        }
        var typed = given(request, DIGEST);
        var hour = hour(typed);
        if (hour.isEmpty() && !typed.equals(HOURLY)) {
            problems.add(Problem.of(DIGEST, "notifications.digest-unknown"));
        }
        var chosen = new Chosen(mails, hour.orElse(typed.equals(HOURLY) ? null : before.digestHour()));
        if (!problems.isEmpty()) {
            return page(request, viewer, chosen, problems).show(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        choices.choose(viewer, chosen);
        return new ModelAndView("redirect:" + PAGE + "?saved");
    }

    private static String given(HttpServletRequest request, String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }

    private static Optional<Integer> hour(String typed) {
        return IntStream.range(0, HOURS)
                .boxed()
                .filter(hour -> hour.toString().equals(typed))
                .findFirst();
    }

    private NotificationChoicesPage page(
            HttpServletRequest request, Viewer viewer, Chosen chosen, List<Problem> problems) {
        var frame = frames.frame(request, Place.PROFILE).withFlash(said(request));
        var words = frame.words();
        return new NotificationChoicesPage(
                frame,
                viewer.email(),
                new Form(PAGE, forms.newKey(viewer), null, Map.of(), problems, List.of(), null),
                Arrays.stream(Topic.values())
                        .map(topic -> new NotificationChoicesPage.Line(
                                topic.key(),
                                topic.field(),
                                mails(words, chosen.mails().get(topic))))
                        .toList(),
                digest(words, chosen.digestHour()),
                choices.muted(viewer));
    }

    private static @Nullable Flash said(HttpServletRequest request) {
        if (request.getParameter("saved") != null) {
            return Flash.done("flash.profile-saved");
        }
        return request.getParameter("unmuted") != null ? Flash.done("flash.unmuted") : null;
    }

    private static List<Choice> mails(Words words, @Nullable Delivery chosen) {
        return Arrays.stream(Delivery.values())
                .map(mail -> new Choice(mail.key(), words.text("notifications.mail." + mail.key()), mail == chosen))
                .toList();
    }

    private static List<Choice> digest(Words words, @Nullable Integer chosen) {
        return Stream.concat(
                        Stream.of(new Choice(HOURLY, words.text("notifications.digest-hourly"), chosen == null)),
                        IntStream.range(0, HOURS)
                                .mapToObj(hour -> new Choice(
                                        Integer.toString(hour),
                                        words.text("notifications.digest-daily", hour + ":00"),
                                        chosen != null && chosen == hour)))
                .toList();
    }
}
