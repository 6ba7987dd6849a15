package org.clientportal.demo.desk;

import java.net.URI;
import org.clientportal.itsm.ContractCast;

/** Two people of one firm, known to an otherwise empty desk. */
final class Cast {

    static final ContractCast CAST = new ContractCast(
            ContractCast.writer("p1", "Anna Wiśniewska", "anna.wisniewska@oriale.example"),
            ContractCast.writer("p2", "Marek Nowak", "marek.nowak@oriale.example"),
            "network",
            "high");

    private Cast() {}

    static DeskAgent moveIn(URI desk) {
        var agent = new DeskAgent(desk);
        agent.addsFirm("o1", "Oriale");
        agent.addsPerson("p1", CAST.anna().name(), CAST.anna().email(), "o1");
        agent.addsPerson("p2", CAST.marek().name(), CAST.marek().email(), "o1");
        return agent;
    }
}
