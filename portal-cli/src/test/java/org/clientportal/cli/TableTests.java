package org.clientportal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableTests {

    private static final List<Column> COLUMNS =
            List.of(Column.of("ID", "/id"), Column.of("NAME", "/name"), Column.of("X", "/x/y"));

    @Test
    void wideCharactersTakeTwoColumnsAndCombiningOnesNone() {
        assertThat(table("""
                [{"id": "1", "name": "王小明", "x": {"y": 1}}, {"id": "2", "name": "Zo\u0308e", "x": null}]""", 80)).containsExactly("ID  NAME    X", "1   王小明  1", "2   Zo\u0308e");
    }

    @Test
    void onATerminalTheWidestColumnGivesWay() {
        assertThat(table("""
                [{"id": "1", "name": "a very long name indeed", "x": {"y": "z"}}]""", 20))
                .containsExactly("ID  NAME           X", "1   a very long …  z")
                .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(20));
    }

    @Test
    void nothingFromStrangersMovesTheCursorOrTurnsTheDirection() {
        assertThat(table("[{\"id\": \"1\", \"name\": \"\\u001b[31mred\\u202Etxt\\nnext\"}]", 80)
                        .getLast())
                .isEqualTo("1   \uFFFD[31mred\uFFFDtxt next");
    }

    private static List<String> table(String items, int room) {
        JsonNode tree = JsonMapper.shared().readTree(items);
        return new Table(COLUMNS).of(tree, room).lines().toList();
    }
}
