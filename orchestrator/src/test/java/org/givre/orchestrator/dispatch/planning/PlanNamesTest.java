package org.givre.orchestrator.dispatch.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a planner says of its instance is said in the store's own words. */
class PlanNamesTest {
  private final JobId job = new JobId("job-7");
  private final PlanNames names =
      new PlanNames(
          SmallStore.definition(),
          new TreeSet<>(List.of(new TubeId("A"), new TubeId("B"))),
          List.of(job),
          List.of(new RequestKey(job, 4)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to fetch tube 1 beside what others take, rack 1 level 2 would get 9.6 weighted seconds in the nearest lifts found, 9.0 are allowed|to fetch tube B beside what others take, rack D1-R02 level 2 would get 9.6 weighted seconds in the nearest lifts found, 9.0 are allowed",
        "to fetch tube 1, tube 0 in the same rack would get 9.6 weighted seconds, 9.0 are allowed|to fetch tube B, tube A in the same rack would get 9.6 weighted seconds, 9.0 are allowed",
        "tube 1 itself would get 7.2 weighted seconds, 1.0 are allowed; tube 0 goes to request 0 of job 0|tube B itself would get 7.2 weighted seconds, 1.0 are allowed; tube A goes to request 4 of job job-7",
        "job 0 allows no picker that reaches dewar 1, where tube 1 is, and port 0|job job-7 allows no picker that reaches dewar D2, where tube B is, and port P1",
      })
  void saysWhatIsLeftOutByName(String numbers, String said) {
    assertThat(names.inWords(numbers)).isEqualTo(said);
  }
}
