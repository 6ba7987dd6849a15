package org.clientportal.portal.access;

import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has chosen in the portal; it goes before what the platform says. */
@Component
public class Preferences {

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PageTransaction
    public void setLanguage(Viewer viewer, String language) {
        jdbc.sql("""
                        insert into person_preference (person, language) values (?, ?)
                        on conflict (person) do update set language = excluded.language""").params(viewer.person(), language).update();
    }

    @PageTransaction
    public void set(Viewer viewer, String language, ZoneId zone) {
        jdbc.sql("""
                        insert into person_preference (person, language, time_zone) values (?, ?, ?)
                        on conflict (person) do update set language = excluded.language, time_zone = excluded.time_zone""").params(viewer.person(), language, zone.getId()).update();
    }
}
