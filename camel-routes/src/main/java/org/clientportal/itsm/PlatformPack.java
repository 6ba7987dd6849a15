package org.clientportal.itsm;

import java.util.List;

/** What a platform has to be given before the portal can work with it: fields, rights, lists. */
public interface PlatformPack {

    /** The platform's name as in {@code portal.itsm.platform}. */
    String platform();

    /** The pack as a file that the platform's own tools load, with the how-to in its first lines. */
    String print();

    /** Looks at the configured platform for everything that the pack brings, one line each; never throws. */
    List<Check> check();
}
