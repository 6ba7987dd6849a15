package org.clientportal.portal.identity;

import java.util.List;
import org.clientportal.portal.RunningPortal;

/** What the portal knows and does about somebody's login, by the platform's id. */
record LoginsUnderTest(RunningPortal portal) {

    Account account(String platformId) {
        return portal.bean(Accounts.class)
                .of(portal.inWork(() -> portal.jdbc()
                        .sql("select id from person where platform_id = ?")
                        .param(platformId)
                        .query(Long.class)
                        .single()));
    }

    /** Topics of its outbox rows, oldest first. */
    List<String> work(String platformId) {
        return portal.inWork(() ->
                portal.jdbc().sql("""
                        select topic from outbox
                        where lane = 'login:' || (select id from person where platform_id = ?) order by id""").param(platformId).query(String.class).list());
    }
}
