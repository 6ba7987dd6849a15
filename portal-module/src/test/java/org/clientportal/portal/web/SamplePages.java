package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every page in every state, for one language; {@code said} is what people wrote, friendly or hostile. */
final class SamplePages extends SampleScene {

    SamplePages(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> all() {
        var pages = new LinkedHashMap<String, Page>();
        pages.putAll(new SampleKnowledge(language, said, colour).pages());
        pages.putAll(new SampleRequests(language, said, colour).pages());
        pages.putAll(new SampleLists(language, said, colour).pages());
        pages.putAll(new SampleTickets(language, said, colour).pages());
        pages.putAll(new SampleAssets(language, said, colour).pages());
        pages.putAll(new SamplePapers(language, said, colour).pages());
        pages.putAll(new SampleNotes(language, said, colour).pages());
        pages.putAll(new SamplePeople(language, said, colour).pages());
        pages.putAll(new SampleNotifications(language, said, colour).pages());
        pages.putAll(new SampleAccount(language, said, colour).pages());
        return pages;
    }

    Map<String, Mail> mails() {
        return new SampleMails(language, said, colour).mails();
    }
}
