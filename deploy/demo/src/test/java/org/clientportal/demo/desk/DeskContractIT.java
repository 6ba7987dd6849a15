package org.clientportal.demo.desk;

import java.nio.file.Path;
import org.clientportal.itsm.ContractCast;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmConnectorContract;
import org.clientportal.itsm.PlatformAgent;
import org.clientportal.itsm.http.Bridges;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The open contract, both sides of it: the connector and the reference desk in a process of its own. */
class DeskContractIT implements ItsmConnectorContract {

    @TempDir
    static Path data;

    private static DeskProcess desk;
    private static DeskAgent agent;
    private static ItsmConnector itsm;
    private static ItsmConnector refused;

    @BeforeAll
    static void start() throws Exception {
        desk = DeskProcess.start(DeskProcess.Options.plain(data, "right"));
        itsm = Bridges.connector(desk.connectorUrl(), "right");
        refused = Bridges.connector(desk.connectorUrl(), "wrong");
        agent = Cast.moveIn(desk.url());
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Override
    public ItsmConnector itsm() {
        return itsm;
    }

    @Override
    public ItsmConnector itsmWithWrongCredential() {
        return refused;
    }

    @Override
    public PlatformAgent agent() {
        return agent;
    }

    @Override
    public ContractCast cast() {
        return Cast.CAST;
    }
}
