package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.dispatch.SmallInventory.barcode;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.nio.file.Path;
import java.util.List;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanBounded;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.SampleJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A higher bound that is found while the plan is under way, in a whole engine. */
class BoundIntegrationTest {
  @TempDir Path directory;

  @Test
  void liesBetweenTheCheapOneAndThePlansExposure() {
    try (var engine = engine()) {
      engine.submit(
          "job-1",
          SampleJobs.spec(
              SampleJobs.anyOf(tube(1, 0), tube(2, 0)),
              SampleJobs.anyOf(tube(1, 1)),
              SampleJobs.anyOf(tube(2, 1))));
      engine.await("job-1", job -> !events(engine, PlanBounded.class).isEmpty());
      var bounded = events(engine, PlanBounded.class).get(0);
      var plan = adopted(engine, bounded.version());
      assertThat(bounded.lowerBoundTubeSeconds())
          .isGreaterThan(plan.lowerBoundTubeSeconds())
          .isLessThanOrEqualTo(plan.exposureTubeSeconds());
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      engine.restart();
      assertThat(engine.planPicture().state().plan().orElseThrow().lowerBoundTubeSeconds())
          .isEqualTo(bounded.lowerBoundTubeSeconds());
    }
  }

  private static PlanAdopted adopted(EngineBench engine, long version) {
    return events(engine, PlanAdopted.class).stream()
        .filter(plan -> plan.version() == version)
        .findFirst()
        .orElseThrow();
  }

  private static <E> List<E> events(EngineBench engine, Class<E> kind) {
    return engine.journal().stream()
        .map(entry -> entry.recorded().event())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static String tube(int rack, int number) {
    return barcode(rack(D1, rack), 2, number);
  }

  private EngineBench engine() {
    var store = SmallStore.definition();
    var engine = new EngineBench(store, directory, 500, 11);
    engine.start();
    engine.load(SmallInventory.of(store));
    return engine;
  }
}
