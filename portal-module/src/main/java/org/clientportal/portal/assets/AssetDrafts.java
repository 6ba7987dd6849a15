package org.clientportal.portal.assets;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.DraftedForm;
import org.clientportal.portal.web.Phrase;
import org.springframework.stereotype.Component;

/** What is typed into "I do not have this" is kept. */
@Component
class AssetDrafts implements DraftedForm {

    private static final Pattern FORM = Pattern.compile("/equipment/[^/]{1,600}/correction");

    @Override
    public Optional<String> pageFor(String postPath) {
        return FORM.matcher(postPath).matches() ? Optional.of(postPath) : Optional.empty();
    }

    @Override
    public Optional<Name> nameOf(Viewer viewer, String page) {
        return pageFor(page).map(form -> new Name(Phrase.of("asset.correction"), null));
    }
}
