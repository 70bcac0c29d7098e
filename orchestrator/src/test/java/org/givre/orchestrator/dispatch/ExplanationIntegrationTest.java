package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole engine knows of its plan, in order to explain it. */
class ExplanationIntegrationTest {
  private static final RackId RACK = SmallStore.rack(SmallStore.D1, 1);

  @TempDir Path directory;

  @Test
  void knowsWhatThePlanWasReckonedOn() {
    try (var engine = engine()) {
      assertThat(engine.planPicture().state().version()).isZero();
      assertThat(engine.planPicture().reckoned()).isEmpty();

      engine.submit("job-1", job(20));
      engine.await("job-1", job -> job.plan().isPresent());

      var picture = engine.planPicture();
      assertThat(picture.goesOn()).isTrue();
      var plan = picture.reckoned().orElseThrow();
      assertThat(plan.version()).isEqualTo(picture.state().version());
      assertThat(plan.job(new JobId("job-1"))).isPresent();
      assertThat(plan.request(new JobId("job-1"), 0)).isPresent();
      assertThat(plan.lifts(RACK, new JobId("job-1"))).isNotEmpty();
      assertThat(plan.explainer().verdict().isValid()).isTrue();
      assertThat(plan.explainer().retimed()).isFalse();
      assertThat(plan.explainer().verdict().exposure().totalTs())
          .isEqualTo(picture.state().plan().orElseThrow().exposureTubeSeconds());
    }
  }

  @Test
  void knowsOnlyPlansOfItsOwn() {
    try (var engine = engine()) {
      engine.submit("job-1", job(20));
      engine.await("job-1", job -> job.plan().isPresent());
      long before = engine.planPicture().state().version();

      engine.restart();

      var picture = engine.planPicture();
      assertThat(picture.state().version()).isGreaterThanOrEqualTo(before);
      picture.reckoned().ifPresent(plan -> assertThat(plan.version()).isGreaterThan(before));
    }
  }

  private static JobSpec job(int tubes) {
    return SampleJobs.spec(
        IntStream.range(0, tubes)
            .mapToObj(i -> SampleJobs.anyOf(SmallInventory.barcode(RACK, 1, i)))
            .toArray(JobSpec.TubeRequest[]::new));
  }

  private EngineBench engine() {
    var store = SmallStore.definition();
    var engine = new EngineBench(store, directory, 20, 11);
    engine.start();
    engine.load(SmallInventory.of(store));
    return engine;
  }
}
