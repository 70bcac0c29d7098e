package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.util.List;
import org.givre.orchestrator.dispatch.planning.LeftOut;
import org.givre.orchestrator.dispatch.planning.PlanningBench;
import org.givre.orchestrator.dispatch.planning.PlanningProblem;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.store.JobId;
import org.junit.jupiter.api.Test;

class PlanMemoryTest {
  private static final JobId JOB = new JobId("j1");

  private final PlanMemory memory = new PlanMemory();
  private final LeftOut late =
      new LeftOut(new RequestKey(JOB, 0), "unplannable-deadline", "delivered too late");

  @Test
  void doesNotPlanInVainWhatWasLeftOut() {
    assertThat(covers(waiting(false))).isFalse();
    memory.planned(waiting(false), List.of(late));
    assertThat(covers(waiting(false))).isTrue();
  }

  @Test
  void saysAgainWhyItWasLeftOut() {
    memory.planned(waiting(false), List.of(late));
    var secondLook = waiting(false);
    memory.block(secondLook);
    assertThat(secondLook.obstacles().of(JOB))
        .extracting(Blocker::code)
        .containsExactly("unplannable-deadline");
  }

  @Test
  void asksForAnotherPlanOnceTheJobHasBegun() {
    memory.planned(waiting(false), List.of(late));
    var begun = waiting(true);
    memory.block(begun);
    assertThat(begun.obstacles().of(JOB)).isEmpty();
    assertThat(covers(begun)).isFalse();
    memory.planned(begun, List.of(late));
    assertThat(covers(waiting(true))).isTrue();
  }

  private boolean covers(PlanningProblem problem) {
    return memory.served(problem, DispatchState.empty(), new Workload()).stream()
        .anyMatch(served -> served.containsAll(problem.requests()));
  }

  private static PlanningProblem waiting(boolean begun) {
    return new PlanningBench()
        .stands("A", rack(D1, 1), 1)
        .job(JOB.value(), SampleJobs.spec(SampleJobs.anyOf("A")), begun, List.of())
        .problem();
  }
}
