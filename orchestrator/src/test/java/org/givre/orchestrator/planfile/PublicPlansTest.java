package org.givre.orchestrator.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.givre.plans.check.PlanCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge on whole public instances: it comes to the figures that were published with them. */
class PublicPlansTest {
  @Test
  void theWorkedExampleComesToItsFigures() {
    var verdict = PlanCheck.of(PublicInstances.example()).judge(PublicInstances.examplePlan());

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.exposure().totalTs()).isEqualTo(2211.81, within(1e-6));
    assertThat(verdict.compositeTs()).isEqualTo(8331.81, within(1e-6));
  }

  /** Plans of the policy "safe", which on plain instances is one lift per rack within a job. */
  @ParameterizedTest
  @ValueSource(strings = {"S-101", "M-101", "L-101"})
  void safePlansComeToThePublishedFigures(String name) throws IOException {
    var plan = PlanFile.read(PublicInstances.file(name + ".safe.plan.json.gz"));
    var published = PublicInstances.result(name, "safe");
    var verdict = PlanCheck.of(PublicInstances.named(name)).judge(plan);

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.exposure().totalTs()).isEqualTo(published.exposureTs(), within(0.0006));
    assertThat(verdict.makespanSeconds()).isEqualTo(published.makespanSeconds(), within(0.06));
    assertThat(verdict.weightedTardinessSeconds())
        .isEqualTo(published.weightedTardinessSeconds(), within(0.06));
  }
}
