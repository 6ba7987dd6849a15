package org.clientportal.portal.requests;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.catalogue.Kinds;
import org.clientportal.portal.conversation.DraftedForm;
import org.clientportal.portal.web.Phrase;
import org.springframework.stereotype.Component;

/** The forms of the catalogue; what is typed into them is kept. */
@Component
class RequestDrafts implements DraftedForm {

    /** In front of the id of a field, so that no field is ever one of the portal's own parameters. */
    static final String FIELD = "q-";

    /** The version of the kind that the form was made of. */
    static final String VERSION = "kindVersion";

    private static final Pattern FORM = Pattern.compile("/tickets/new/[a-z][a-z0-9-]{0,49}");

    private static final String PAGE = "/tickets/new/";

    private final Kinds kinds;

    RequestDrafts(Kinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public Optional<Name> nameOf(Viewer viewer, String page) {
        return Optional.of(page)
                .filter(form -> FORM.matcher(form).matches())
                .flatMap(form -> kinds.visibleTo(viewer, form.substring(PAGE.length())))
                .map(offered -> new Name(
                        Phrase.of("drafts.kind.request"), offered.kind().name().in(viewer.language())));
    }

    @Override
    public Optional<String> pageFor(String postPath) {
        return FORM.matcher(postPath).matches() ? Optional.of(postPath) : Optional.empty();
    }

    static String page(String kind) {
        return PAGE + kind;
    }
}
