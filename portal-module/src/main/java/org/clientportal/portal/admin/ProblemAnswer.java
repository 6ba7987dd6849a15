package org.clientportal.portal.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** A problem written where no controller is: by the filters, and for addresses that nobody takes. */
record ProblemAnswer(Reason reason, String detail) {

    void write(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setStatus(reason.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (reason == Reason.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        json.writeValue(response.getOutputStream(), body());
    }

    private Map<String, Object> body() {
        var problem = AdminProblems.body(reason, detail);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", String.valueOf(problem.getType()));
        body.put("title", String.valueOf(problem.getTitle()));
        body.put("status", problem.getStatus());
        body.put("detail", detail);
        body.put("reason", reason.word());
        return body;
    }
}
