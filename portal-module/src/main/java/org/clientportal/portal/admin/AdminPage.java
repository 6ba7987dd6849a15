package org.clientportal.portal.admin;

import java.util.List;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to give as {@code after} for the page that follows, null on the last
 */
public record AdminPage<T>(List<T> items, @Nullable String next) {

    private static final int LARGEST = 200;

    public AdminPage {
        items = List.copyOf(items);
    }

    /** The size asked for, when it is one. */
    public static int size(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new AdminProblem(Reason.INVALID, "limit must be from 1 to " + LARGEST);
        }
        return limit;
    }
}
