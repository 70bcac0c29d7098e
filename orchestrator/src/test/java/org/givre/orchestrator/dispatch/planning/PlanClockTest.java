package org.givre.orchestrator.dispatch.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanClockTest {
  private final PlanClock clock = new PlanClock(Instant.parse("2026-11-23T12:00:00Z"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delivered at 31.4 s in the nearest plan found, due by 12.0 s|delivered at 2026-11-23T12:00:31.400Z in the nearest plan found, due by 2026-11-23T12:00:12Z",
        "no plan delivers it before 20.3 s|no plan delivers it before 2026-11-23T12:00:20.300Z",
        "cannot be used from -3 s to 60 s|cannot be used from 2026-11-23T11:59:57Z to 2026-11-23T12:01:00Z",
        "can be at port 0 at 5.25 s|can be at port 0 at 2026-11-23T12:00:05.250Z",
        "may be outside for 7.1 s in one lift|may be outside for 7.1 s in one lift",
        "level 1 would be outside for 9.4 s, 5.0 s are allowed|level 1 would be outside for 9.4 s, 5.0 s are allowed",
      })
  void namesMomentsAndLeavesStays(String seconds, String times) {
    assertThat(clock.inWords(seconds)).isEqualTo(times);
  }
}
