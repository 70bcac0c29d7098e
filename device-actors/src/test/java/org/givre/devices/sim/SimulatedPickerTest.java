package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverEvent.Ended;
import org.givre.devices.driver.DriverEvent.Started;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.driver.MotionStep.LiftRack;
import org.givre.devices.driver.MotionStep.LowerRack;
import org.givre.devices.driver.MotionStep.MoveTo;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.givre.devices.time.EngineTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedPickerTest {
  private static final MotionStep[] LIFT = {
    new MoveTo("D1"), new LiftRack("D1-R01", 3), new LowerRack("D1-R01")
  };

  /** Travel 3.5, grip 3, up 1.8, settle 1, down 1.8, release 2. */
  private static final double LIFT_SECONDS = 13.1;

  @ParameterizedTest
  @ValueSource(doubles = {1, 60, 2000})
  void reportsExactDeviceTimesAtAnySpeed(double speed, @TempDir Path directory) {
    try (var world = new TestWorld(directory, speed, 0)) {
      world.submit("picker-1", world.order("lift", LIFT));
      assertThat(world.events).hasSize(1).first().isInstanceOf(Started.class);
      world.pass(LIFT_SECONDS - 3);
      assertThat(world.events).hasSize(1);
      world.pass(3 + speed * 0.001);
      var ended = (Ended) world.events.get(1);
      assertThat(world.seconds(ended.at())).isEqualTo(LIFT_SECONDS);
    }
  }

  @Test
  void durationsDeviateByAtMostTheJitterAndFollowFromTheOrdersId(@TempDir Path directory) {
    try (var world = new TestWorld(directory.resolve("one"), 1, 0.01);
        var same = new TestWorld(directory.resolve("other"), 1, 0.01)) {
      world.perform("picker-1", LIFT);
      same.perform("picker-1", LIFT);
      var ended = (Ended) world.events.get(1);
      assertThat(same.events).isEqualTo(world.events);
      assertThat(world.seconds(ended.at()))
          .isNotEqualTo(LIFT_SECONDS)
          .isCloseTo(LIFT_SECONDS, within(LIFT_SECONDS * 0.01));
      assertThat(ended.motions()).hasSize(6);
    }
  }

  @Test
  void standsNowhereWhileItTravels(@TempDir Path directory) {
    try (var world = TestWorld.exact(directory)) {
      world.submit("picker-1", world.order("go", new MoveTo("D1")));
      var driver = world.driver("picker-1");
      var underway = driver.snapshot().toCompletableFuture().join();
      assertThat(underway.station()).isEmpty();
      assertThat(underway.runningOrder()).isEqualTo("go");
      world.pass(3.5);
      var there = driver.snapshot().toCompletableFuture().join();
      assertThat(there.station()).isEqualTo("D1");
      assertThat(there.runningOrder()).isEmpty();
      assertThat(there.at()).isEqualTo(world.wall.instant());
    }
  }

  @Test
  void aNewDriverOfTheSameDeviceTakesOver(@TempDir Path directory) {
    try (var world = TestWorld.exact(directory)) {
      var old = world.driver("picker-1");
      world.submit("picker-1", world.order("go", new MoveTo("D1")));
      var heard = new ArrayList<DriverEvent>();
      world.takeOver("picker-1", heard::add);
      world.pass(10);
      assertThat(world.events).hasSize(1);
      assertThat(heard).hasSize(1).first().isInstanceOf(Ended.class);
      var late = world.order("late", new MoveTo("D2"));
      assertThat(old.submit(late).toCompletableFuture().join())
          .isEqualTo(new Submission.Refused("The driver of picker-1 is closed"));
      assertThat(world.status("picker-1", "late")).isEqualTo(new OrderStatus.Unknown());
    }
  }

  @Test
  void keepsItsLastThousandResults(@TempDir Path directory) {
    try (var world = new TestWorld(directory, 2000, 0)) {
      for (var order = 0; order <= Robot.KEPT_ORDERS; order++) {
        world.submit("picker-1", world.order("go-" + order, new MoveTo("D1")));
        world.pass(10);
      }
      assertThat(world.status("picker-1", "go-0")).isEqualTo(new OrderStatus.Unknown());
      assertThat(world.status("picker-1", "go-1")).isInstanceOf(OrderStatus.Over.class);
      var forgotten = new MotionOrder("go-0", 1, 1, List.of(new MoveTo("D1")));
      assertThat(world.submit("picker-1", forgotten)).isInstanceOf(Submission.Refused.class);
    }
  }

  @Test
  void itsFactsheetNamesEveryStep(@TempDir Path directory) {
    try (var world = TestWorld.exact(directory)) {
      assertThat(world.driver("picker-1").factsheet().steps())
          .hasSize(MotionStep.class.getPermittedSubclasses().length)
          .contains("PickTube");
    }
  }

  @Test
  void aDeviceThatTheStoreDoesNotHaveIsRefused(@TempDir Path directory) {
    try (var world = TestWorld.exact(directory)) {
      assertThatThrownBy(() -> world.takeOver("picker-9", event -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("picker-9");
    }
  }

  @Test
  void worksOnThreadsAndTheWallsClockToo(@TempDir Path directory) throws Exception {
    var wall = Clock.systemUTC();
    var anchor = new ClockAnchor(wall.instant(), wall.instant(), 2000);
    var executor = Executors.newSingleThreadScheduledExecutor();
    var over = new CompletableFuture<Ended>();
    try (var world =
        StoreWorld.open(
            directory,
            WorldSettings.of(TestStore.store(), anchor, 1),
            new EngineTime(anchor.clock(wall), wall, 2000))) {
      var driver =
          new SimulatedDriverProvider(world, WallTimers.on(executor))
              .open(
                  "picker-1",
                  event -> {
                    if (event instanceof Ended ended) {
                      over.complete(ended);
                    }
                  });
      var order = new MotionOrder("lift", 1, 1, List.of(LIFT));
      assertThat(driver.submit(order).toCompletableFuture().get(30, TimeUnit.SECONDS))
          .isEqualTo(new Submission.Accepted());
      var ended = over.get(30, TimeUnit.SECONDS);
      var first = ended.motions().get(0);
      assertThat(Duration.between(first.start(), ended.at()).toMillis())
          .isBetween(12_969L, 13_231L);
      driver.close();
    } finally {
      executor.shutdownNow();
    }
  }
}
