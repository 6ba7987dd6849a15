package org.clientportal.itsm.rt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.clientportal.itsm.ContractCast;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmConnectorContract;
import org.clientportal.itsm.PlatformAgent;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.Submission.Writer;
import org.junit.jupiter.api.BeforeAll;

/** The contract against a real RT, as {@code deploy/rt/up.sh} makes one. */
class RtConnectorIT implements ItsmConnectorContract {

    private static URI url;
    private static RtClient client;
    private static RtConnector itsm;
    private static RtAgent agent;
    private static ContractCast cast;

    @BeforeAll
    static void rtIsThere() {
        var address = setting("RT_URL");
        assumeTrue(
                address != null,
                "Request Tracker is not there: run deploy/rt/up.sh as root and read the rt.env it names");
        url = URI.create(address);
        var settings = RtAgent.settings(url, setting("RT_USER"), setting("RT_PASSWORD"));
        client = new RtClient(settings);
        itsm = new RtConnector(client, settings, Clock.systemUTC());
        agent = new RtAgent(url, setting("RT_AGENT_USER"), setting("RT_AGENT_PASSWORD"));
        var category = itsm.catalogue().categories().stream()
                .filter(choice -> choice.name("en").equals("Support"))
                .findFirst()
                .orElseThrow()
                .id();
        cast = new ContractCast(
                writer("anna.nowak@oriale.example", "Anna Nowak"),
                writer("jan.wrona@oriale.example", "Jan Wrona"),
                category,
                "50");
    }

    private static String setting(String name) {
        return System.getProperty(name, System.getenv(name));
    }

    private static Writer writer(String address, String name) {
        var person =
                new RtPeople(client, RtAgent.settings(url, "portal", "x"), Clock.systemUTC()).named(Set.of(address));
        return ContractCast.writer(person.getFirst().id(), name, address);
    }

    @Override
    public ItsmConnector itsm() {
        return itsm;
    }

    @Override
    public ItsmConnector itsmWithWrongCredential() {
        var settings = RtAgent.settings(url, "portal", "not the password");
        return new RtConnector(new RtClient(settings), settings, Clock.systemUTC());
    }

    @Override
    public PlatformAgent agent() {
        return agent;
    }

    @Override
    public ContractCast cast() {
        return cast;
    }

    /** RT takes an empty subject, and knows no ticket that refuses answers but a deleted one. */
    @Override
    public Set<Ability> cannot() {
        return Set.of(Ability.LOCK, Ability.NEEDS_SUBJECT);
    }

    @Override
    public String cursorNow() {
        return itsm.end();
    }
}
