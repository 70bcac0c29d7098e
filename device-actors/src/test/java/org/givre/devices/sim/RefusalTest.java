package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.driver.MotionStep.Dock;
import org.givre.devices.driver.MotionStep.ExtractBox;
import org.givre.devices.driver.MotionStep.InsertBox;
import org.givre.devices.driver.MotionStep.LiftRack;
import org.givre.devices.driver.MotionStep.LowerRack;
import org.givre.devices.driver.MotionStep.MoveTo;
import org.givre.devices.driver.MotionStep.PickTube;
import org.givre.devices.driver.MotionStep.PlaceTube;
import org.givre.devices.driver.MotionStep.RotateTo;
import org.givre.devices.driver.MotionStep.Unload;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What physics forbids is refused with a reason, and nothing moves. */
class RefusalTest {
  private static final MotionStep LIFT = new LiftRack("D1-R01", 1);
  private static final MotionStep LOWER = new LowerRack("D1-R01");

  private TestWorld world;

  @BeforeEach
  void picker1StandsAtD1(@TempDir Path directory) {
    world = TestWorld.exact(directory);
    var tubes = new ArrayList<LoadedTube>();
    for (var row = 'A'; row < 'D'; row++) {
      for (var column = 1; column <= 10; column++) {
        tubes.add(TestStore.tube("T-" + row + column, "D1-R01", 1, row + "" + column));
      }
    }
    world.world().load("import-1", tubes);
    world.perform("picker-1", new MoveTo("D1"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private String refusal(MotionOrder order) {
    return refusal("picker-1", order);
  }

  private String refusal(String picker, MotionOrder order) {
    var before = world.world().truth();
    var reason = world.driver(picker).canExecute(order).toCompletableFuture().join();
    var refused = (Submission.Refused) world.submit(picker, order);
    assertThat(reason).hasValue(refused.reason());
    assertThat(world.status(picker, order.orderId())).isEqualTo(new OrderStatus.Unknown());
    assertThat(world.world().truth()).isEqualTo(before);
    return refused.reason();
  }

  private String refusal(MotionStep... steps) {
    return refusal(world.order("bad", steps));
  }

  private MotionOrder aLift(String id) {
    return world.order(id, LIFT, new PickTube("D1-R01", 1, "A1", "T-A1"), LOWER);
  }

  @Nested
  class Turn {
    @Test
    void oneOrderAtATime() {
      world.submit("picker-1", aLift("first"));
      assertThat(refusal(aLift("second"))).contains("busy with order first");
    }

    @Test
    void anOrderOfAnOlderEpoch() {
      var order = aLift("old");
      world.reopenWithoutLoss();
      world.perform("picker-1", new MoveTo("D1"));
      assertThat(refusal(order)).contains("Epoch 1 is over");
    }

    @Test
    void anEpochIsHeardOfByARefusedOrderToo() {
      var old = aLift("old");
      var refused = new MotionOrder("new", 1, 5, List.of(new MoveTo("nowhere")));
      assertThat(refusal(refused)).contains("nowhere");
      assertThat(refusal(old)).contains("Epoch 1 is over; picker-1 has heard of epoch 5");
    }

    @Test
    void anOrderOfThePast() {
      var order = aLift("past");
      world.perform("picker-1", new MoveTo("D1"));
      assertThat(refusal(order)).contains("of the past");
    }

    @Test
    void anotherOrderUnderAnIdThatIsTaken() {
      world.perform("picker-1", new MoveTo("D1"));
      var answer = world.submit("picker-1", world.order("order-1", LIFT, LOWER));
      assertThat(answer).isInstanceOf(Submission.Refused.class);
    }
  }

  @Nested
  class Place {
    @Test
    void aRackAtADewarWhereItDoesNotStand() {
      assertThat(refusal(new LiftRack("D2-R01", 1), new LowerRack("D2-R01")))
          .contains("Step 0")
          .contains("stands at \"D1\", not at D2");
    }

    @Test
    void aDewarWhereAnotherWorks() {
      world.perform("picker-2", new MoveTo("D1"));
      world.submit("picker-1", aLift("first"));
      var other = world.order("other", new RotateTo("D1", 3));
      assertThat(refusal("picker-2", other)).contains("D1 is occupied by picker-1");
      world.pass(100);
      assertThat(world.submit("picker-2", other)).isEqualTo(new Submission.Accepted());
    }

    @Test
    void aPortWhereAnotherIsDocked() {
      world.perform("picker-1", new MoveTo("P1"));
      world.perform("picker-2", new MoveTo("P1"));
      world.submit("picker-1", world.order("first", new Dock("P1")));
      assertThat(refusal("picker-2", world.order("other", new Dock("P1"))))
          .contains("P1 is occupied by picker-1");
    }

    @Test
    void namesThatTheStoreDoesNotHave() {
      assertThat(refusal(new MoveTo("D9"))).contains("no dewar or port \"D9\"");
      assertThat(refusal(new RotateTo("D9", 1))).contains("no dewar \"D9\"");
      assertThat(refusal(new Dock(""))).contains("no port \"\"");
      assertThat(refusal(new LiftRack("R", 1))).contains("no rack \"R\"");
      assertThat(refusal(new RotateTo("D1", 12))).contains("slots 0 to 11");
      assertThat(refusal(new LiftRack("D1-R01", 4), LOWER)).contains("levels 1 to 3; found 4");
    }
  }

  @Nested
  class Rack {
    @Test
    void notUnderTheOpening() {
      assertThat(refusal(new LiftRack("D1-R02", 1), new LowerRack("D1-R02")))
          .contains("slot 0 is under the opening; the rack hangs in slot 1");
    }

    @Test
    void leftUp() {
      assertThat(refusal(LIFT)).contains("leaves rack D1-R01 up");
    }

    @Test
    void stillInTheGripper() {
      assertThat(refusal(LIFT, new MoveTo("D2"))).contains("Step 1").contains("in the gripper");
      assertThat(refusal(LIFT, new RotateTo("D1", 2))).contains("in the gripper");
      assertThat(refusal(LIFT, new LiftRack("D1-R02", 1))).contains("D1-R02 is not in the gripper");
    }

    @Test
    void loweredTwice() {
      assertThat(refusal(LOWER)).contains("not in the gripper");
      assertThat(refusal(LIFT, LOWER, LOWER)).contains("Step 2").contains("not in the gripper");
    }

    @Test
    void boxesThatCannotBeTakenOut() {
      assertThat(refusal(LIFT, new ExtractBox("D1-R01", 2)))
          .contains("must stand lifted to level 2");
      assertThat(refusal(LIFT, new InsertBox("D1-R01", 1))).contains("not out in the chamber");
      var out = new ExtractBox("D1-R01", 1);
      assertThat(refusal(LIFT, out, out)).contains("out already");
      assertThat(refusal(LIFT, out, LOWER)).contains("leaves rack D1-R01 up");
      assertThat(refusal(LIFT, out, LOWER, new LiftRack("D1-R01", 2))).contains("put it back");
      world.perform("picker-1", new MoveTo("D2"));
      assertThat(refusal(new LiftRack("D2-R01", 1), new ExtractBox("D2-R01", 1)))
          .contains("no cold chamber");
    }
  }

  @Nested
  class Tube {
    @Test
    void inABoxOutOfReach() {
      var pick = new PickTube("D1-R01", 2, "A1", "T-A1");
      assertThat(refusal(LIFT, pick, LOWER)).contains("box 2 is not within reach");
      assertThat(
              refusal(LIFT, new ExtractBox("D1-R01", 1), new PickTube("D1-R01", 1, "A1", "T-A1")))
          .contains("box 1 is not within reach");
    }

    @Test
    void inAWellThatNoBoxHas() {
      assertThat(refusal(LIFT, new PickTube("D1-R01", 1, "K1", "T"), LOWER)).contains("no well K1");
      assertThat(refusal(LIFT, new PickTube("D1-R01", 1, "1A", "T"), LOWER)).contains("\"1A\"");
    }

    @Test
    void moreThanTheCarrierHolds() {
      var steps = new ArrayList<MotionStep>(List.of(LIFT));
      for (var tube = 0; tube <= TestStore.CARRIER; tube++) {
        var well = (char) ('A' + tube / 10) + Integer.toString(1 + tube % 10);
        steps.add(new PickTube("D1-R01", 1, well, "T-" + well));
      }
      steps.add(LOWER);
      assertThat(refusal(steps.toArray(MotionStep[]::new)))
          .contains("Step 13")
          .contains("carrier holds 12 tubes");
    }

    @Test
    void notInTheCarrier() {
      assertThat(refusal(LIFT, new PlaceTube("D1-R01", 1, "J1", "T-A1"), LOWER))
          .contains("T-A1 is not in the carrier");
    }

    @Test
    void unloadedWithoutADockOrASlot() {
      world.perform(
          "picker-1",
          LIFT,
          new PickTube("D1-R01", 1, "A1", "T-A1"),
          new PickTube("D1-R01", 1, "A2", "T-A2"),
          LOWER);
      world.perform("picker-1", new MoveTo("P1"));
      assertThat(refusal(new Unload("P1", 1, "T-A1"))).contains("dock at port P1 first");
      assertThat(refusal(new Dock("P1"), new Dock("P1"))).contains("docked already");
      assertThat(refusal(new Dock("P1"), new Unload("P1", 21, "T-A1"))).contains("slots 1 to 20");
      var one = new Unload("P1", 1, "T-A1");
      var same = new Unload("P1", 1, "T-A2");
      assertThat(refusal(new Dock("P1"), one, same)).contains("still stands in that slot");
      world.submit("picker-1", world.order("one", new Dock("P1"), one));
      world.pass(10);
      assertThat(refusal(new Dock("P1"), same)).contains("still stands in that slot");
      world.pass(60);
      world.perform("picker-1", new Dock("P1"), same);
      assertThat(world.truth("T-A2").place()).isEqualTo(new TubePlace.AtPort("P1", 1));
    }
  }
}
