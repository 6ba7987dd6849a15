package org.clientportal.portal.identity;

/** The kinds of outbox rows about logins. Their subject is the person; a lane holds one person's rows. */
enum LoginTopic {
    /** Make or reset the login, mail a password. */
    ENABLE("login.enable"),
    /** The same, except that a login which is there already is only linked, its password stays. */
    ENABLE_IF_NEW("login.enable-if-new"),
    PASSWORD("login.password"),
    DISABLE("login.disable"),
    /** Name or address have changed. */
    UPDATE("login.update"),
    /** Whether a second factor is demanded has changed. */
    SECOND_FACTOR("login.second-factor");

    private final String topic;

    LoginTopic(String topic) {
        this.topic = topic;
    }

    String topic() {
        return topic;
    }
}
