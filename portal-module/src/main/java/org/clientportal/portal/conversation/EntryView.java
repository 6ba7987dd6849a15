package org.clientportal.portal.conversation;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * One thing said or done, as it stands on the page.
 *
 * @param id unique on the page, usable as an HTML id
 * @param side whose it is
 * @param author name as it is to be shown; with {@link Side#SYSTEM} empty
 * @param onBehalfOf name of the person for whom it was said, by a stand-in or a colleague; null normally
 * @param initials for the round mark
 * @param at time of day; its title is the exact moment
 * @param body sanitised, never null; empty for a bare change of state
 * @param change the state it changed to; null when it changed none
 * @param delivery null for what others wrote
 * @param unverified whether it came by a mail whose sender nobody could prove
 */
public record EntryView(
        String id,
        Side side,
        String author,
        @Nullable String onBehalfOf,
        String initials,
        WhenView at,
        TemplateHTMLOutputModel body,
        boolean hasBody,
        @Nullable StateView change,
        List<AttachmentView> files,
        @Nullable DeliveryView delivery,
        boolean unverified) {

    public EntryView {
        files = List.copyOf(files);
    }

    /** Who speaks. */
    public enum Side {
        /** The viewer. */
        ME("me"),
        /** Somebody else on the person's side. */
        PERSON("person"),
        SUPPORT("support"),
        /** The platform itself, by a rule. */
        SYSTEM("system");

        private final String key;

        Side(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** Said, not only done: drawn as a card, otherwise as one grey line. */
    public boolean said() {
        return hasBody || !files.isEmpty();
    }
}
