package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.orchestrator.dispatch.SmallInventory.barcode;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D2;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.nio.file.Path;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.SampleJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchIntegrationTest {
  @TempDir Path directory;

  @Test
  void deliversWhatWasAskedForAsWarmAsPlanned() throws Exception {
    try (var engine = engine(100)) {
      engine.submit(
          "job-1",
          SampleJobs.spec(
              SampleJobs.anyOf(barcode(rack(D1, 1), 2, 3)),
              SampleJobs.anyOf(barcode(rack(D1, 1), 3, 7), barcode(rack(D2, 1), 1, 7)),
              SampleJobs.anyOf(barcode(rack(D2, 2), 1, 0))));
      var job = engine.awaitEnd("job-1");
      assertThat(job.phase()).isEqualTo(JobPhase.COMPLETED);
      var predicted = job.plan().orElseThrow().predictedTubeSeconds();
      assertThat(job.actualTubeSeconds()).isCloseTo(predicted, within(0.02 * predicted));
    }
  }

  private EngineBench engine(double speed) {
    var store = SmallStore.definition();
    var engine = new EngineBench(store, directory, speed, 11);
    engine.start();
    engine.load(SmallInventory.of(store));
    return engine;
  }
}
