package org.clientportal.itsm.http;

import java.net.URI;
import java.time.Duration;
import org.clientportal.itsm.ItsmConnector;

/** Connectors to a bridge, for the tests of whoever has one. */
public final class Bridges {

    private Bridges() {}

    /** As configured by default, but with short pages so that paging is seen. */
    public static ItsmConnector connector(URI url, String token) {
        return connector(url, token, Duration.ofSeconds(20));
    }

    public static ItsmConnector connector(URI url, String token, Duration requestTimeout) {
        return new HttpConnector(
                new HttpSettings(url, token, Duration.ofSeconds(2), requestTimeout, Duration.ofSeconds(60), 7));
    }
}
