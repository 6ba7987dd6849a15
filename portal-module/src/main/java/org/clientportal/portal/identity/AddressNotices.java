package org.clientportal.portal.identity;

import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.letters.Letter;
import org.clientportal.portal.letters.Letters;
import org.clientportal.portal.web.Phrase;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the former address that another one is the login now, in case the person did not want that. */
@Component
class AddressNotices {

    static final String TOPIC = "login.former-address";

    private final FormerAddresses addresses;
    private final Accounts accounts;
    private final Letters letters;

    AddressNotices(FormerAddresses addresses, Accounts accounts, Letters letters) {
        this.addresses = addresses;
        this.accounts = accounts;
        this.letters = letters;
    }

    void send(Claim claim) {
        var former = addresses.of(claim.subject());
        var account = accounts.of(former.person());
        var frame = letters.frame(account.language(), Phrase.of("mail.reason.address"));
        var mail = new AddressMail(
                frame, former.address(), account.login().orElseThrow().email());
        letters.send(Letter.single(mail, former.address(), "login.former-address"));
    }

    record FormerAddress(long person, String address) {}

    /** Addresses that were a login. */
    @Component
    static class FormerAddresses {

        private final JdbcClient jdbc;

        FormerAddresses(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @WorkTransaction
        public FormerAddress of(long id) {
            return jdbc.sql("select person, address from former_address where id = ?")
                    .param(id)
                    .query((row, number) -> new FormerAddress(row.getLong("person"), row.getString("address")))
                    .single();
        }
    }
}
