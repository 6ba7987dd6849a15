package org.clientportal.portal;

import java.util.List;
import org.clientportal.mail.MailRead;
import org.clientportal.portal.catalogue.CatalogueCheck;
import org.clientportal.portal.doctor.DatabaseRoles;
import org.clientportal.portal.doctor.Doctor;

/** The tools of the launcher that run from the portal's own classes without a server. */
final class Tool {

    private Tool() {}

    /** The exit status: 0 done, 1 failed, 2 wrong use. */
    static int run(List<String> words) {
        return switch (words.getFirst()) {
            case "doctor" -> Doctor.run(words.subList(1, words.size()));
            // the one mail command that needs no server
            case "mail" -> MailRead.run(words.subList(Math.min(2, words.size()), words.size()));
            // likewise the one catalogue command
            case "catalogue" -> CatalogueCheck.run(words.subList(Math.min(2, words.size()), words.size()));
            case "db" -> DatabaseRoles.run(words.subList(1, words.size()));
            default -> {
                System.err.println("portal: '" + words.getFirst() + "' is not in this version");
                yield 2;
            }
        };
    }
}
