package org.givre.devices.rack;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.givre.devices.journal.ActorTests;
import org.givre.devices.journal.Cause;
import org.givre.devices.rack.RackCommand.Describe;
import org.givre.devices.rack.RackCommand.Free;
import org.givre.devices.rack.RackCommand.Import;
import org.givre.devices.rack.RackCommand.Imported;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.devices.rack.RackCommand.Reserve;
import org.givre.devices.rack.RackCommand.Reserved;
import org.givre.devices.rack.RackCommand.Rest;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.time.SettableClock;
import org.givre.plans.store.JobId;
import org.givre.plans.store.Labware;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RackDoorTest {
  private static final ActorTestKit AKKA = ActorTestKit.create(ActorTests.config());
  private static final Cause CAUSE = Cause.policy("test", "", "");
  private static final RackShape SHAPE = new RackShape(3, new Labware("box", 10, 10, "2ml"), 2);
  private static final int RACKS = 8;
  private static final int COMMANDS = 2_000;

  private final TestProbe<Object> seen = AKKA.createTestProbe();
  private final TestProbe<AwakeRacks.Asked> asked = AKKA.createTestProbe();

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  /** Tells what it sees of its life, and stops when it is told to rest. */
  private Behavior<RackCommand> witness() {
    return Behaviors.setup(
        context -> {
          seen.ref().tell("woken");
          return Behaviors.receive(RackCommand.class)
              .onMessage(Rest.class, rest -> Behaviors.stopped())
              .onMessage(
                  Free.class,
                  free -> {
                    throw new IllegalStateException("a bug, on purpose");
                  })
              .onAnyMessage(
                  command -> {
                    seen.ref().tell(command);
                    return Behaviors.same();
                  })
              .onSignal(
                  PostStop.class,
                  stopped -> {
                    seen.ref().tell("gone");
                    return Behaviors.same();
                  })
              .build();
        });
  }

  private Describe describe(String tube) {
    return new Describe(new TreeSet<>(List.of(new TubeId(tube))), AKKA.system().ignoreRef());
  }

  @Test
  void theFirstCommandWakesTheRackAndTheKeeperHearsOfEvery() {
    var door = AKKA.spawn(RackDoor.create(witness(), asked.ref()));
    door.tell(new Rest());
    door.tell(describe("T1"));
    door.tell(describe("T2"));
    seen.expectMessage("woken");
    seen.expectMessage(describe("T1"));
    seen.expectMessage(describe("T2"));
    asked.expectMessage(new AwakeRacks.Asked(door));
    asked.expectMessage(new AwakeRacks.Asked(door));
  }

  @Test
  void whatComesWhileTheRackGoesToRestWakesItAgainWhenItHasGone() {
    var door = AKKA.spawn(RackDoor.create(witness(), asked.ref()));
    door.tell(describe("T1"));
    door.tell(new Rest());
    door.tell(describe("T2"));
    door.tell(describe("T3"));
    seen.expectMessage("woken");
    seen.expectMessage(describe("T1"));
    seen.expectMessage("gone");
    seen.expectMessage("woken");
    seen.expectMessage(describe("T2"));
    seen.expectMessage(describe("T3"));
  }

  @Test
  void aRackThatFailedIsNotWokenAgain() {
    for (var commands : List.of(List.of(free()), List.of(free(), new Rest()))) {
      var door = AKKA.spawn(RackDoor.create(witness(), asked.ref()));
      commands.forEach(door::tell);
      seen.expectTerminated(door);
      seen.expectMessage("woken");
      seen.expectMessage("gone");
    }
  }

  private static Free free() {
    return new Free(new JobId("job-1"), List.of(), CAUSE);
  }

  @Test
  void theRackThatWasAskedLongestAgoGoesToRest() {
    var keeper = AKKA.spawn(AwakeRacks.create(2));
    var doors = new ArrayList<TestProbe<RackCommand>>();
    IntStream.range(0, 3).forEach(door -> doors.add(AKKA.createTestProbe()));
    for (var door : List.of(0, 1, 0, 2)) {
      keeper.tell(new AwakeRacks.Asked(doors.get(door).ref()));
    }
    doors.get(1).expectMessage(new Rest());
    keeper.tell(new AwakeRacks.Asked(doors.get(1).ref()));
    doors.get(0).expectMessage(new Rest());
  }

  /** Each rack has a twin that never rests: it is asked the same and must answer the same. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void restLosesNothing(long seed) {
    var random = new Random(seed);
    var keeper = AKKA.spawn(AwakeRacks.create(2));
    var pairs = new ArrayList<Pair>();
    IntStream.range(0, RACKS).forEach(rack -> pairs.add(new Pair(seed + "-" + rack, keeper)));
    for (var command = 0; command < COMMANDS; command++) {
      pairs.get(random.nextInt(RACKS)).ask(random);
    }
    pairs.forEach(pair -> pair.check("seed %d".formatted(seed)));
  }

  private static final class Pair {
    private final Twin resting;
    private final Twin awake;

    Pair(String name, ActorRef<AwakeRacks.Asked> keeper) {
      var door = RackDoor.create(rack(name + "-resting"), keeper);
      resting = new Twin(AKKA.spawn(door), AKKA.createTestProbe());
      awake = new Twin(AKKA.spawn(rack(name + "-awake")), AKKA.createTestProbe());
    }

    private Behavior<RackCommand> rack(String name) {
      var clock = new SettableClock(Instant.EPOCH);
      return Rack.create(new RackId(name), SHAPE, clock.engineTime());
    }

    void ask(Random random) {
      var kind = random.nextInt(4);
      var tube = new TubeId("T" + random.nextInt(30));
      var job = new JobId("job-" + random.nextInt(3));
      var well = new Well(random.nextInt(10), 1 + random.nextInt(10));
      var standing =
          new Standing(new Tube(tube, new SpecimenId("S"), "", 1), 1 + random.nextInt(3), well);
      List.of(resting, awake).forEach(twin -> twin.tell(kind, job, standing));
    }

    void check(String when) {
      var all = new TreeSet<TubeId>();
      IntStream.range(0, 30).forEach(tube -> all.add(new TubeId("T" + tube)));
      List.of(resting, awake)
          .forEach(twin -> twin.tell(new Describe(all, twin.answers.ref().narrow())));
      assertThat(resting.heard()).as(when).isEqualTo(awake.heard());
    }
  }

  private static final class Twin {
    private final ActorRef<RackCommand> rack;
    private final TestProbe<Object> answers;
    private int asked;

    Twin(ActorRef<RackCommand> rack, TestProbe<Object> answers) {
      this.rack = rack;
      this.answers = answers;
    }

    void tell(int kind, JobId job, Standing standing) {
      var tubes = List.of(standing.tube().id());
      tell(
          switch (kind) {
            case 0 -> new Import("i", List.of(standing), CAUSE, answers.ref().narrow());
            case 1 -> new Reserve(job, tubes, CAUSE, answers.ref().narrow());
            case 2 -> new Free(job, tubes, CAUSE);
            default -> new Describe(new TreeSet<>(tubes), answers.ref().narrow());
          });
    }

    void tell(RackCommand command) {
      asked += command instanceof Free ? 0 : 1;
      rack.tell(command);
    }

    /** All answers, without the name of the rack. */
    List<List<Object>> heard() {
      return answers.receiveSeveralMessages(asked).stream().map(Twin::what).toList();
    }

    private static List<Object> what(Object answer) {
      if (answer instanceof Imported imported) {
        return List.of(imported.stored(), imported.unchanged(), imported.refused().size());
      } else if (answer instanceof Reserved reserved) {
        return List.of(reserved.granted(), reserved.heldByOthers(), reserved.notHere());
      }
      var picture = (RackPicture) answer;
      return List.of(picture.boxTubes(), picture.found());
    }
  }
}
