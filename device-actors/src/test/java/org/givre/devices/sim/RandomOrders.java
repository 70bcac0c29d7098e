package org.givre.devices.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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

/**
 * Orders as an engine might give them that has a poor idea of where tubes are: racks D1-R01 and
 * D1-R02, 12 tubes in the first wells of each box, some of which it takes for others.
 */
final class RandomOrders {
  private static final int TUBES_PER_BOX = 12;

  private final TestWorld world;
  private final SplittableRandom chance;
  private int number;

  RandomOrders(TestWorld world, SplittableRandom chance) {
    this.world = world;
    this.chance = chance;
  }

  static List<LoadedTube> tubes() {
    return IntStream.range(0, 2 * TestStore.LEVELS * TUBES_PER_BOX)
        .mapToObj(
            tube -> {
              var box = tube / TUBES_PER_BOX;
              var rack = "D1-R0" + (1 + box / TestStore.LEVELS);
              var level = 1 + box % TestStore.LEVELS;
              var well = well(tube % TUBES_PER_BOX);
              return TestStore.tube(name(rack, level, well), rack, level, well);
            })
        .toList();
  }

  private static String name(String rack, int level, String well) {
    return rack + "-" + level + "-" + well;
  }

  private static String well(int number) {
    return (char) ('A' + number / 10) + Integer.toString(1 + number % 10);
  }

  MotionOrder next(String picker) {
    var steps = new ArrayList<MotionStep>();
    var snapshot = world.driver(picker).snapshot().toCompletableFuture().join();
    switch (chance.nextInt(4)) {
      case 0 -> steps.add(new MoveTo(chance.nextInt(4) == 0 ? "P1" : "D1"));
      case 1 -> {
        if (chance.nextBoolean()) {
          steps.add(new MoveTo("P1"));
        }
        unload(steps, snapshot.carrier());
      }
      default -> {
        if (chance.nextInt(3) == 0) {
          steps.add(new MoveTo("D1"));
        }
        lift(steps, snapshot.carrier());
      }
    }
    if (chance.nextInt(10) == 0) {
      steps.remove(chance.nextInt(steps.size()));
      steps.add(new MoveTo("D1"));
    }
    return world.order("random-" + number++, steps.toArray(MotionStep[]::new));
  }

  private void unload(List<MotionStep> steps, List<String> carrier) {
    steps.add(new Dock("P1"));
    var slot = chance.nextInt(TestStore.BUFFER - TestStore.CARRIER);
    for (var tube : carrier) {
      steps.add(new Unload("P1", ++slot, tube));
    }
  }

  private void lift(List<MotionStep> steps, List<String> carrier) {
    var slot = chance.nextInt(2);
    var rack = "D1-R0" + (1 + slot);
    steps.add(new RotateTo("D1", slot));
    var level = 1 + chance.nextInt(TestStore.LEVELS);
    steps.add(new LiftRack(rack, level));
    var park = chance.nextBoolean();
    if (park) {
      steps.add(new ExtractBox(rack, level));
      steps.add(new LowerRack(rack));
    }
    handle(steps, rack, level);
    if (!carrier.isEmpty() && chance.nextBoolean()) {
      steps.add(new PlaceTube(rack, level, well(chance.nextInt(20)), carrier.get(0)));
    }
    if (park) {
      steps.add(new LiftRack(rack, level));
      steps.add(new InsertBox(rack, level));
    }
    steps.add(new LowerRack(rack));
  }

  private void handle(List<MotionStep> steps, String rack, int level) {
    for (var pick = chance.nextInt(5); pick >= 0; pick--) {
      var well = well(chance.nextInt(TUBES_PER_BOX));
      var taken = chance.nextInt(5) == 0 ? well(chance.nextInt(TUBES_PER_BOX)) : well;
      steps.add(new PickTube(rack, level, well, name(rack, level, taken)));
    }
  }
}
