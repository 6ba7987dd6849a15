package org.clientportal.ports;

import java.util.List;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Person;

/** Stores articles of the platform's knowledge base in the mirror, within the caller's transaction. Inward. */
public interface KnowledgeIntake {

    /** Newer versions replace older ones. */
    void take(List<Article> articles);

    /** People were stored; whoever of them an article is meant for now sees it. */
    void peopleArrived(List<Person> people);
}
