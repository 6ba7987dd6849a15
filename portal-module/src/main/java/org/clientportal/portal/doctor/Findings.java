package org.clientportal.portal.doctor;

import java.util.Map;
import org.clientportal.itsm.Check;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the doctor found.
 *
 * @param checks by part, in the order they are told
 */
record Findings(Map<String, Check> checks) {

    private static final int NAME_WIDTH = 10;

    boolean ok() {
        return checks.values().stream().allMatch(Check::ok);
    }

    String table() {
        var text = new StringBuilder();
        checks.forEach((name, check) -> {
            text.append(check.ok() ? "ok      " : "FAILED  ")
                    .append(name)
                    .append(" ".repeat(NAME_WIDTH - name.length()));
            text.append(check.summary().replace("\n", "\n" + " ".repeat(NAME_WIDTH + 8)))
                    .append('\n');
            if (!check.ok() && !check.advice().isEmpty()) {
                text.append(" ".repeat(NAME_WIDTH + 8))
                        .append("→ ")
                        .append(check.advice())
                        .append('\n');
            }
        });
        return text.toString().stripTrailing();
    }

    String json() {
        var json = JsonMapper.shared();
        var tree = json.createObjectNode().put("ok", ok());
        var all = tree.putArray("checks");
        checks.forEach((name, check) -> all.addObject()
                .put("name", name)
                .put("ok", check.ok())
                .put("summary", check.summary())
                .put("advice", check.advice()));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }
}
