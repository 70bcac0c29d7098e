package org.givre.plans.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.plans.check.Problem.lift0;
import static org.givre.plans.check.Problem.park1;
import static org.givre.plans.check.Problem.unload;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "63.00000000000001, 63",
    "7.2, 7.2",
    "-0.30000000000000004, -0.3",
    "1e18, 1000000000000000000",
    "0, 0",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void leavesOutWhatRoundingAdds(double number, String said) {
    assertThat(Wording.number(number)).isEqualTo(said);
  }

  @Test
  void tellsWhatBreaksALimitFromTheLimit() {
    double broken = 60 + 1.01 * Slack.SECONDS;
    assertThat(Wording.number(broken)).isNotEqualTo(Wording.number(60));
  }

  @Test
  void isThatOfViolations() {
    var problem = new Problem();
    problem.caps0 = List.of(0.1 + 0.2, 60.0, 60.0);
    assertThat(problem.judge(lift0(3.5), park1(15.7), unload(52, 2, 3, 0)).violations())
        .extracting(Violation::message)
        .containsExactly("may be outside for 0.3 s in one lift, but is for 7.2 s");
  }
}
