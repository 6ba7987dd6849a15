package org.clientportal.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The judged queries over the sample knowledge base are answered as well as promised, those not tuned on too. */
class SearchBenchIT {

    @Test
    void theJudgedQueriesAreAnsweredWell() {
        var report = SearchBench.measured();
        assertThat(report.all().queries()).isEqualTo(100);
        for (var result : report.results().subList(0, 5)) {
            assertThat(result.ndcg5()).as(report.text()).isGreaterThanOrEqualTo(0.85);
            assertThat(result.firstRight()).as(report.text()).isGreaterThanOrEqualTo(80);
        }
        assertThat(report.nothingRight()).as(report.text()).isGreaterThanOrEqualTo(80);
    }
}
