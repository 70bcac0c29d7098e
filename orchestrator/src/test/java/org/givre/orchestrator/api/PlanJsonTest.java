package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.view.JobPlan;
import org.givre.orchestrator.view.JobPlan.Step;
import org.givre.orchestrator.view.JobPlan.StepState;
import org.givre.orchestrator.view.PlanVersion;
import org.givre.orchestrator.view.PlanVersion.Difference;
import org.givre.orchestrator.view.PlanVersion.Steps;
import org.givre.orchestrator.view.SmallStore;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.Test;

class PlanJsonTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final JobId JOB = new JobId("01J00000000000000000000001");
  private static final Steps NONE = new Steps(0, List.of());

  private static final PlannedTask LIFT =
      planned(
          new LiftTask(
              "a",
              new DewarId("D1"),
              SmallStore.R1,
              LiftMode.HOLD,
              List.of(new TubeToPick(new TubeId("T1"), 2, Well.parse("A3"), JOB, 0))));
  private static final PlannedTask PUT_BACK =
      planned(
          new PlaceTask(
              "b",
              new DewarId("D1"),
              SmallStore.R1,
              List.of(
                  new TubeToPlace(
                      SmallStore.standing(1, "S1", 1, 2, "A3").tube(),
                      2,
                      Well.parse("A3"),
                      JOB,
                      0))));
  private static final PlannedTask UNLOAD =
      planned(new UnloadTask("c", SmallStore.PORT, List.of(new TubeId("T1"))));

  private static PlannedTask planned(PickerTask task) {
    return new PlannedTask(SmallStore.PICKER, task, NOON, NOON.plusSeconds(60), 12.5);
  }

  private static JobPlan plan(double bound, List<Step> steps, PlanVersion... versions) {
    var figures = new JobPlan.Figures(3, "pause:D2", "warmth/1", 7, 120, bound, 300, List.of(JOB));
    return new JobPlan(figures, steps, List.of(versions));
  }

  private static PlanVersion version(long number, String cause, Difference difference) {
    return new PlanVersion(number, number * 10, NOON, cause, 12.5, difference);
  }

  @Test
  void saysWhatATaskDoesOfOneTubeAndOfSeveral() {
    var two = List.of(new TubeId("T1"), new TubeId("T2"));
    assertThat(
            Stream.of(LIFT, PUT_BACK, UNLOAD, planned(new UnloadTask("d", SmallStore.PORT, two))))
        .extracting(task -> PlanJson.task(task).get("why").asText())
        .containsExactly(
            "Takes 1 tube for 1 job in one lift.",
            "Puts 1 tube back into its well.",
            "Delivers 1 tube.",
            "Delivers 2 tubes.");
  }

  @Test
  void showsTheGapWhereThereIsABound() {
    assertThat(PlanJson.of(plan(100, List.of())).get("gapPercent").asDouble()).isEqualTo(20);
    assertThat(PlanJson.of(plan(0, List.of())).get("gapPercent").isNull()).isTrue();
  }

  @Test
  void showsEveryKindOfStep() {
    var steps =
        PlanJson.of(
                plan(
                    100,
                    List.of(
                        new Step(LIFT, StepState.RUNNING),
                        new Step(PUT_BACK, StepState.PLANNED),
                        new Step(UNLOAD, StepState.RECALLED))))
            .get("steps");

    assertThat(steps)
        .extracting(step -> step.get("op").asText() + " " + step.get("state").asText())
        .containsExactly("lift RUNNING", "place PLANNED", "unload RECALLED");
    assertThat(steps.at("/0/picks/0/tube").asText()).isEqualTo("T1");
    assertThat(steps.at("/1/places/0").toString())
        .isEqualTo(
            "{\"job\":\"%s\",\"item\":0,\"tube\":\"T1\",\"level\":2,\"well\":\"A3\"}"
                .formatted(JOB));
    assertThat(steps.at("/1/rack").asText()).isEqualTo("D1-R01");
    assertThat(steps.at("/2/port").asText()).isEqualTo("P1");
  }

  @Test
  void showsEveryVersionAndWhatTheLastHasChanged() {
    var first =
        version(
            1, "submitted", new Difference(OptionalLong.empty(), NONE, NONE, steps(LIFT), 12.5));
    var second =
        version(
            3,
            "pause:D2",
            new Difference(OptionalLong.of(1), steps(UNLOAD), steps(LIFT), steps(PUT_BACK), -3.5));

    var json = PlanJson.of(plan(100, List.of(), first, second));

    assertThat(json.get("cause").asText()).isEqualTo("pause:D2");
    assertThat(json.get("versions"))
        .extracting(version -> version.get("version").asInt() + " " + version.get("cause").asText())
        .containsExactly("1 submitted", "3 pause:D2");
    assertThat(json.at("/versions/0/difference/before").isNull()).isTrue();
    var difference = json.get("difference");
    assertThat(difference).isEqualTo(json.at("/versions/1/difference"));
    assertThat(difference.get("before").asInt()).isEqualTo(1);
    assertThat(difference.at("/kept/steps/0/op").asText()).isEqualTo("unload");
    assertThat(difference.at("/dropped/steps/0/op").asText()).isEqualTo("lift");
    assertThat(difference.at("/added/count").asInt()).isEqualTo(1);
    assertThat(difference.get("changeTubeSeconds").asDouble()).isEqualTo(-3.5);
  }

  private static Steps steps(PlannedTask task) {
    return new Steps(1, List.of(task));
  }
}
