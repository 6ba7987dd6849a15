package org.clientportal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What of the file is compared, and what only Keycloak's environment knows. */
class WantedRealmTests {

    private final WantedRealm wanted = WantedRealm.read(Map.of("PORTAL_URL", "https://help.example"));

    private static ObjectNode json(String text) {
        return (ObjectNode) RealmCalls.JSON.readTree(text);
    }

    @Test
    void placeholdersAreFilledInWhereverTheyStand() {
        var object = json(
                "{\"a\": \"${PORTAL_URL}\", \"b\": [\"${PORTAL_URL}/x\"], \"c\": {\"d\": \"${OTHER:y}/${PORTAL_URL}\"}}");

        assertThat(wanted.complete(object).toString())
                .isEqualTo("{\"a\":\"https://help.example\",\"b\":[\"https://help.example/x\"],"
                        + "\"c\":{\"d\":\"y/https://help.example\"}}");
        assertThat(wanted.certain(object).toString())
                .isEqualTo("{\"a\":\"https://help.example\",\"b\":[\"https://help.example/x\"],\"c\":{}}");
    }

    @Test
    void whatHasNeitherValueNorDefaultIsLeftOut() {
        assertThat(wanted.complete(json("{\"secret\": \"${PORTAL_SYNC_SECRET}\", \"name\": \"x\"}"))
                        .toString())
                .isEqualTo("{\"name\":\"x\"}");
    }

    @Test
    void nothingOfTheFileStaysUnfilled() {
        var whole = wanted.complete(wanted.settings()).toString()
                + wanted.clients().map(wanted::complete).toList()
                + wanted.userProfile();
        assertThat(whole).doesNotContain("${");
    }

    @Test
    void moreThanWantedIsNoDifferenceAndSecretsAreNone() {
        var is = json("{\"uris\": [\"/theirs\", \"/ours\"], \"on\": \"true\", \"secret\": \"kept\", \"theirs\": 1}");

        var unlike = Unlike.of(is, json("{\"uris\": [\"/ours\"], \"on\": true, \"secret\": \"other\"}"));

        assertThat(unlike.none()).isTrue();
        assertThat(unlike.merged()).isEqualTo(is);
    }

    @Test
    void whatIsMissingIsAddedAndToldAsItWouldBe() {
        var unlike = Unlike.of(json("{\"uris\": [\"/theirs\"]}"), json("{\"uris\": [\"/ours\"], \"a\": {\"b\": 5}}"));

        assertThat(unlike.differences().toString())
                .contains("name=uris, is=/theirs, wanted=/theirs, /ours", "name=a.b, is=null, wanted=5");
        assertThat(unlike.merged().toString()).isEqualTo("{\"uris\":[\"/theirs\",\"/ours\"],\"a\":{\"b\":5}}");
    }
}
