package org.clientportal.portal.grants;

import java.util.ArrayList;
import java.util.List;
import org.clientportal.portal.access.Explained;
import org.clientportal.portal.access.Explained.Because;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Rights;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.grants.Explanation.Step;
import org.clientportal.portal.identity.People;
import org.springframework.stereotype.Component;

/** Says why somebody sees something, from what the pages themselves look at. */
@Component
class Explanations {

    private static final List<String> EVERYBODYS =
            List.of("/", "/profile", "/profile/password", "/profile/sessions", "/live");

    private final People people;
    private final Rights rights;
    private final Lines lines;
    private final List<Explained> features;

    Explanations(People people, Rights rights, Lines lines, List<Explained> features) {
        this.people = people;
        this.rights = rights;
        this.lines = lines;
        this.features = List.copyOf(features);
    }

    /** @param of the path of a page, the whole address of one, or the name of a feature */
    @WorkTransaction
    Explanation explain(String idOrEmail, String of) {
        var person = people.named(idOrEmail);
        var path = of.replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
        var steps = new ArrayList<Step>();
        var viewer = rights.of(person.id());
        steps.add(new Step(
                "access to the portal",
                viewer.isPresent(),
                viewer.isPresent() ? "enabled, login " + viewer.get().email() : "not enabled: portal user enable"));
        viewer.ifPresent(who -> {
            var feature = Feature.of(path);
            if (feature.isPresent()) {
                steps.add(step(person.id(), feature.get(), who.has(feature.get())));
            } else if (EVERYBODYS.contains(path)) {
                steps.add(new Step("page", true, "for everybody with access"));
            } else {
                var because = features.stream()
                        .flatMap(each -> each.explain(who, path).stream())
                        .findFirst()
                        .orElseThrow(() -> new AdminProblem(
                                Reason.NOT_FOUND,
                                "no page of the portal is at " + path + ", and no feature has that name"));
                steps.add(step(person.id(), because.feature(), who.has(because.feature())));
                steps.add(object(because));
            }
        });
        return new Explanation(
                Long.toString(person.id()), person.name(), of, steps.stream().allMatch(Step::fulfilled), steps);
    }

    private Step step(long person, Feature feature, boolean has) {
        var why = lines.about(person).stream()
                .filter(line -> line.feature().equals(feature.word()) && Boolean.TRUE.equals(line.decides()))
                .map(LineView::text)
                .toList();
        return new Step(
                "feature " + feature.word(),
                has,
                why.isEmpty() ? "nobody has granted it: portal access grant" : String.join("; ", why));
    }

    private static Step object(Because because) {
        return new Step("object", because.visible(), String.join("; ", because.reasons()));
    }
}
