package org.clientportal.portal.admin;

/** Realm roles that open the admin API, and nothing else of the portal. */
enum AdminRole {
    /** May do everything. */
    ADMIN("portal-admin"),
    /** Helps people in: looks them up, enables them, gives new passwords, sees what they see. */
    HELPDESK("portal-helpdesk"),
    /** Reads everything and changes nothing. */
    AUDITOR("portal-auditor");

    private final String authority;

    AdminRole(String authority) {
        this.authority = authority;
    }

    /** The role's name in the realm. */
    String authority() {
        return authority;
    }
}
