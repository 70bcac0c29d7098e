package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.dispatch.SmallInventory.barcode;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D2;
import static org.givre.orchestrator.dispatch.planning.SmallStore.OTHER_PICKER;
import static org.givre.orchestrator.dispatch.planning.SmallStore.PICKER;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.givre.devices.picker.PickerEvent.EpochStarted;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are only looked at, in a whole engine. */
class PreviewIntegrationTest {
  @TempDir Path directory;

  @Test
  void saysWhatAJobWouldCostAndTouchesNothing() {
    try (var engine = engine()) {
      awaitPickers(engine);
      var before = engine.events();
      var preview = engine.preview(List.of(job(D1.value() + "-R01", 3)));
      var plan = preview.plan().orElseThrow();
      assertThat(plan.exposureTubeSeconds())
          .isPositive()
          .isGreaterThanOrEqualTo(plan.lowerBoundTubeSeconds());
      assertThat(plan.tasks()).isNotEmpty();
      assertThat(preview.tubes().keySet())
          .containsExactlyInAnyOrder(
              new TubeId("D1-R01-1-0"), new TubeId("D1-R01-1-1"), new TubeId("D1-R01-1-2"));
      assertThat(preview.tubes().values()).allMatch(seconds -> seconds > 0);
      assertThat(preview.deliveries())
          .singleElement()
          .satisfies(
              delivery -> {
                assertThat(delivery.before()).isEmpty();
                assertThat(delivery.after()).isPresent();
              });
      assertThat(engine.events()).isEqualTo(before);
    }
  }

  @Test
  void leavesOutWhatItIsToldTo() {
    try (var engine = engine()) {
      var jobs = List.of(job("D1-R01", 4), job("D2-R02", 4));
      var preview = engine.preview(jobs, PICKER.value());
      assertThat(preview.plan().orElseThrow().tasks())
          .isNotEmpty()
          .allMatch(task -> task.picker().equals(OTHER_PICKER));
      var blocked = engine.preview(jobs, D2.value());
      var second = blocked.previewed().get(1);
      assertThat(blocked.blockers()).containsOnlyKeys(second);
      assertThat(blocked.blockers().get(second))
          .extracting(Blocker::code)
          .contains("dewar-out-of-service");
    }
  }

  @Test
  void comparesWithThePlanThatIsAdopted() {
    try (var engine = engine()) {
      engine.actSite("holdAll");
      engine.actSite("release");
      engine.submit("job-1", job("D1-R03", 20));
      engine.await("job-1", job -> job.plan().isPresent());
      var preview = engine.preview(List.of(job("D1-R01", 10)));
      assertThat(preview.deliveries())
          .filteredOn(delivery -> delivery.job().equals(new JobId("job-1")))
          .singleElement()
          .satisfies(delivery -> assertThat(delivery.before()).isPresent());
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
    }
  }

  /** Pickers journal that they have started, at a time of their own. */
  private static void awaitPickers(EngineBench engine) {
    while (engine.journal().stream()
            .filter(entry -> entry.recorded().event() instanceof EpochStarted)
            .count()
        < 2) {
      Thread.onSpinWait();
    }
  }

  private static JobSpec job(String rack, int tubes) {
    return SampleJobs.spec(
        IntStream.range(0, tubes)
            .mapToObj(i -> SampleJobs.anyOf(rack + "-1-" + i))
            .toArray(JobSpec.TubeRequest[]::new));
  }

  private EngineBench engine() {
    assertThat(barcode(rack(D1, 1), 1, 0)).isEqualTo("D1-R01-1-0");
    var store = SmallStore.definition();
    var engine = new EngineBench(store, directory, 100, 11);
    engine.start();
    engine.load(SmallInventory.of(store));
    return engine;
  }
}
