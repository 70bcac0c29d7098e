package org.givre.devices.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.devices.picker.PickerBench.A;
import static org.givre.devices.picker.PickerBench.B;
import static org.givre.devices.picker.PickerBench.back;
import static org.givre.devices.picker.PickerBench.pick;

import java.util.List;
import org.givre.devices.driver.MotionStep.Dock;
import org.givre.devices.driver.MotionStep.ExtractBox;
import org.givre.devices.driver.MotionStep.InsertBox;
import org.givre.devices.driver.MotionStep.LiftRack;
import org.givre.devices.driver.MotionStep.LowerRack;
import org.givre.devices.driver.MotionStep.PickTube;
import org.givre.devices.driver.MotionStep.PlaceTube;
import org.givre.devices.driver.MotionStep.RotateTo;
import org.givre.devices.driver.MotionStep.Unload;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.Test;

class WorkStepsTest {
  private static final String RACK = PickerBench.RACK.value();
  private static final TubeId C = new TubeId("FD-C");

  @Test
  void ofAHeldLiftStayAtALevelForAllItsPicks() {
    assertThat(WorkSteps.lift(PickerBench.lift("t", pick(A, 2, "A1", 0), pick(B, 2, "A2", 1)), 5))
        .containsExactly(
            new RotateTo("D1", 5),
            new LiftRack(RACK, 2),
            new PickTube(RACK, 2, "A1", "FD-A"),
            new PickTube(RACK, 2, "A2", "FD-B"),
            new LowerRack(RACK));
  }

  @Test
  void ofAParkedLiftPutTheRackDownWhileTubesArePicked() {
    var task =
        new LiftTask(
            "t",
            ExampleStore.DEWAR,
            PickerBench.RACK,
            LiftMode.PARK,
            List.of(pick(A, 2, "A1", 0), pick(B, 2, "A2", 1)));
    assertThat(WorkSteps.lift(task, 5))
        .containsExactly(
            new RotateTo("D1", 5),
            new LiftRack(RACK, 2),
            new ExtractBox(RACK, 2),
            new LowerRack(RACK),
            new PickTube(RACK, 2, "A1", "FD-A"),
            new PickTube(RACK, 2, "A2", "FD-B"),
            new LiftRack(RACK, 2),
            new InsertBox(RACK, 2),
            new LowerRack(RACK));
  }

  @Test
  void ofAPutBackStayAtALevelForAllItsPlaces() {
    var places = new TubeToPlace[] {back(A, 3, "A1", 0), back(B, 3, "A2", 1), back(C, 1, "J10", 2)};
    assertThat(WorkSteps.place(PickerBench.place("t", places), 5))
        .containsExactly(
            new RotateTo("D1", 5),
            new LiftRack(RACK, 3),
            new PlaceTube(RACK, 3, "A1", "FD-A"),
            new PlaceTube(RACK, 3, "A2", "FD-B"),
            new LiftRack(RACK, 1),
            new PlaceTube(RACK, 1, "J10", "FD-C"),
            new LowerRack(RACK));
  }

  @Test
  void ofAnUnloadUseTheSlotsInTheirOrder() {
    assertThat(WorkSteps.unload(PickerBench.unload("t", B, A), List.of(3, 1)))
        .containsExactly(new Dock("P1"), new Unload("P1", 3, "FD-B"), new Unload("P1", 1, "FD-A"));
  }
}
