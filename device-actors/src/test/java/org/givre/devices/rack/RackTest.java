package org.givre.devices.rack;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResult;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResultWithReply;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.journal.ActorTests;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.Recorded;
import org.givre.devices.rack.RackCommand.BoxOut;
import org.givre.devices.rack.RackCommand.Found;
import org.givre.devices.rack.RackCommand.Imported;
import org.givre.devices.rack.RackCommand.Kept;
import org.givre.devices.rack.RackCommand.LiftRecorded;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.devices.rack.RackCommand.Reserved;
import org.givre.devices.rack.RackEvent.BoxExposure;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.devices.rack.RackEvent.MissedTube;
import org.givre.devices.rack.RackEvent.PlacedTube;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.rack.RackEvent.TakenTube;
import org.givre.devices.rack.RackEvent.TubesFreed;
import org.givre.devices.rack.RackEvent.TubesImported;
import org.givre.devices.rack.RackEvent.TubesReserved;
import org.givre.devices.rack.RackEvent.WellsKept;
import org.givre.devices.time.SettableClock;
import org.givre.plans.store.JobId;
import org.givre.plans.store.Labware;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RackTest {
  private static final ActorTestKit AKKA = ActorTestKit.create(ActorTests.config());

  private static final RackId RACK = new RackId("D1-R01");
  private static final RackShape SHAPE = new RackShape(3, new Labware("box-10", 10, 10, "2ml"), 2);
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant END = START.plusSeconds(40);
  private static final Instant AFTER_RECOOL = END.plusSeconds(20);
  private static final Cause CAUSE = Cause.policy("test", "job-1", "command-1");
  private static final JobId JOB = new JobId("job-1");
  private static final JobId RIVAL = new JobId("job-2");
  private static final PickerId PICKER = new PickerId("picker-1");
  private static final TubeId A = new TubeId("FD-A");
  private static final TubeId B = new TubeId("FD-B");
  private static final TubeId C = new TubeId("FD-C");
  private static final TubeId ELSEWHERE = new TubeId("FD-Z");
  private static final List<BoxOut> BOXES =
      List.of(new BoxOut(10, 5), new BoxOut(4, 2), new BoxOut(0, 0));

  private final SettableClock clock = new SettableClock(START);
  private EventSourcedBehaviorTestKit<RackCommand, Recorded<RackEvent>, RackState> rack;

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @BeforeEach
  void aRackWithThreeTubes() {
    rack =
        EventSourcedBehaviorTestKit.create(
            AKKA.system(),
            Rack.create(RACK, SHAPE, clock.engineTime()),
            ActorTests.EVENTS_SURVIVE_THE_JOURNAL);
    rack.clear();
    put(standing(A, 1, "A1"), standing(B, 1, "B2"), standing(C, 2, "A1"));
  }

  @Test
  void everyCommandHasItsOwnGroupOfTests() {
    assertThat(stream(RackTest.class.getDeclaredClasses()).map(Class::getSimpleName))
        .containsAll(
            stream(RackCommand.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  @Test
  void recoversTheStateItHad() {
    reserve(JOB, A, C);
    lift("task-1", List.of(taken(A, 1, "A1")), List.of(missed(C, 2, "A1")));
    keep(JOB, standing(A, 1, "A1"), standing(C, 2, "A1"));
    placed("task-2", new PlacedTube(standing(A, 1, "A1"), 7, 2.5));
    var before = rack.getState();
    assertThat(rack.restart().state()).isEqualTo(before);
  }

  @Test
  void stampsEveryEventWithItsCauseAndTime() {
    var event = reserve(JOB, A).event();
    assertThat(event.cause()).isEqualTo(CAUSE);
    assertThat(event.engineTime()).isEqualTo(START);
  }

  @Nested
  class Import {
    @Test
    void storesTubesInOneEvent() {
      var result = put(standing(ELSEWHERE, 3, "J10"), standing(new TubeId("FD-Y"), 3, "A1"));
      assertThat(result.reply()).isEqualTo(new Imported(RACK, 2, 0, List.of()));
      assertThat(result.events()).hasSize(1);
      assertThat(picture().boxTubes()).containsExactly(2, 1, 2);
    }

    @Test
    void countsWhatStandsThereAlready() {
      var result = put(standing(A, 1, "A1"), standing(ELSEWHERE, 3, "A1"));
      assertThat(result.reply()).isEqualTo(new Imported(RACK, 1, 1, List.of()));
      assertThat(result.event().event())
          .isEqualTo(new TubesImported("import-1", List.of(standing(ELSEWHERE, 3, "A1"))));
    }

    @Test
    void persistsNothingWhenRepeated() {
      var again = put(standing(A, 1, "A1"), standing(B, 1, "B2"));
      assertThat(again.reply()).isEqualTo(new Imported(RACK, 0, 2, List.of()));
      assertThat(again.hasNoEvents()).isTrue();
    }

    @Test
    void refusesAllWhenAWellIsTaken() {
      var result = put(standing(ELSEWHERE, 1, "A1"), standing(new TubeId("FD-Y"), 3, "A1"));
      assertThat(result.reply().stored()).isZero();
      assertThat(result.reply().refused()).singleElement().asString().contains("A1", "FD-A");
      assertThat(result.hasNoEvents()).isTrue();
    }

    @Test
    void refusesATubeThatStandsElsewhereInTheRack() {
      assertThat(put(standing(A, 3, "C3")).reply().refused())
          .singleElement()
          .asString()
          .contains("FD-A", "box 1, well A1", "box 3, well C3");
    }

    @Test
    void refusesATubeThatHoldsSomethingElse() {
      var other = new Tube(A, new SpecimenId("other"), "LCL", 1);
      assertThat(put(new Standing(other, 1, Well.parse("A1"))).reply().refused())
          .singleElement()
          .asString()
          .contains("other/LCL/1");
    }

    @Test
    void refusesTwoTubesForOneWell() {
      assertThat(
              put(standing(ELSEWHERE, 3, "A1"), standing(new TubeId("FD-Y"), 3, "A1"))
                  .reply()
                  .refused())
          .hasSize(1);
    }

    @Test
    void refusesAPlaceThatTheRackDoesNotHave() {
      var refused = put(standing(ELSEWHERE, 4, "A1"), standing(ELSEWHERE, 3, "A11")).reply();
      assertThat(refused.refused()).hasSize(2).allMatch(words -> words.contains("boxes 1 to 3"));
    }

    @Test
    void believesThatAMissedTubeStandsWhereItSays() {
      lift("task-1", List.of(), List.of(missed(A, 1, "A1")));
      assertThat(put(standing(A, 3, "C3")).reply().stored()).isEqualTo(1);
      assertThat(found(A).level()).isEqualTo(3);
    }
  }

  @Nested
  class Reserve {
    @Test
    void grantsWhatIsFree() {
      var result = reserve(JOB, B, A);
      assertThat(result.reply().granted()).containsExactly(A, B);
      assertThat(result.event().event()).isEqualTo(new TubesReserved(JOB, List.of(A, B)));
    }

    @Test
    void answersTheSameJobAgainAndPersistsNothing() {
      reserve(JOB, A);
      var again = reserve(JOB, A);
      assertThat(again.reply().granted()).containsExactly(A);
      assertThat(again.hasNoEvents()).isTrue();
    }

    @Test
    void refusesWhatAnotherJobHoldsAndGrantsTheRest() {
      reserve(RIVAL, A);
      var result = reserve(JOB, A, B);
      assertThat(result.reply())
          .isEqualTo(
              new Reserved(
                  RACK,
                  JOB,
                  new TreeSet<>(Set.of(B)),
                  new TreeMap<>(Map.of(A, RIVAL)),
                  new TreeSet<>(),
                  Instant.EPOCH));
      assertThat(result.event().event()).isEqualTo(new TubesReserved(JOB, List.of(B)));
    }

    @Test
    void refusesATubeThatIsNotHere() {
      var result = reserve(JOB, ELSEWHERE);
      assertThat(result.reply().notHere()).containsExactly(ELSEWHERE);
      assertThat(result.hasNoEvents()).isTrue();
    }
  }

  @Nested
  class Keep {
    @Test
    void keepsTheWellsThatAreEmpty() {
      take(A, B);
      var result = keep(JOB, standing(B, 1, "B2"), standing(A, 1, "A1"));
      assertThat(result.reply()).isEqualTo(kept(JOB, Set.of(A, B), Set.of()));
      assertThat(result.event().event())
          .isEqualTo(new WellsKept(JOB, List.of(standing(B, 1, "B2"), standing(A, 1, "A1"))));
    }

    @Test
    void saysUntilWhenTheRackStaysDown() {
      lift("task-1", List.of(taken(A, 1, "A1")), List.of());
      assertThat(keep(JOB, standing(A, 1, "A1")).reply().notBefore()).isEqualTo(AFTER_RECOOL);
    }

    @Test
    void persistsNothingWhenRepeated() {
      take(A);
      var first = keep(JOB, standing(A, 1, "A1")).reply();
      rack.restart();
      var again = keep(JOB, standing(A, 1, "A1"));
      assertThat(again.reply()).isEqualTo(first);
      assertThat(again.hasNoEvents()).isTrue();
    }

    @Test
    void refusesAWellThatIsOccupied() {
      take(A);
      put(standing(ELSEWHERE, 1, "A1"));
      var result = keep(JOB, standing(A, 1, "A1"));
      assertThat(result.reply()).isEqualTo(kept(JOB, Set.of(), Set.of(A)));
      assertThat(result.hasNoEvents()).isTrue();
    }

    @Test
    void refusesAWellForATubeThatStandsHere() {
      var result = keep(JOB, standing(A, 1, "A1"), standing(B, 3, "C3"));
      assertThat(result.reply().refused()).containsExactly(A, B);
      assertThat(result.hasNoEvents()).isTrue();
    }

    @Test
    void refusesAWellThatTheRackDoesNotHave() {
      assertThat(keep(JOB, standing(ELSEWHERE, 4, "A1")).reply().refused())
          .containsExactly(ELSEWHERE);
    }

    @Test
    void refusesWhatIsKeptForAnotherTubeOrJob() {
      take(A, B);
      keep(RIVAL, standing(A, 1, "A1"));
      var result = keep(JOB, standing(A, 3, "C3"), standing(B, 1, "A1"));
      assertThat(result.reply()).isEqualTo(kept(JOB, Set.of(), Set.of(A, B)));
    }

    @Test
    void refusesOneWellForTwoTubesAndGrantsTheRest() {
      take(A, B);
      var result = keep(JOB, standing(A, 3, "C3"), standing(B, 3, "C3"));
      assertThat(result.reply()).isEqualTo(kept(JOB, Set.of(A), Set.of(B)));
    }

    @Test
    void keepsAnotherWellInsteadForTheSameJob() {
      take(A, B);
      keep(JOB, standing(A, 1, "A1"));
      assertThat(keep(JOB, standing(A, 3, "C3")).reply().granted()).containsExactly(A);
      assertThat(keep(RIVAL, standing(B, 1, "A1")).reply().granted()).containsExactly(B);
    }

    @Test
    void refusesAWellWithSomethingUnknownUntilAnImportSaysWhatItIs() {
      take(B);
      lift("task-2", List.of(), List.of(new MissedTube(A, 1, Well.parse("A1"), Finding.MISMATCH)));
      assertThat(keep(JOB, standing(B, 1, "A1")).reply().refused()).containsExactly(B);
      put(standing(ELSEWHERE, 1, "A1"));
      lift("task-3", List.of(taken(ELSEWHERE, 1, "A1")), List.of());
      assertThat(keep(JOB, standing(B, 1, "A1")).reply().granted()).containsExactly(B);
    }

    @Test
    void refusesImportsIntoAKeptWellInWords() {
      take(A);
      keep(JOB, standing(A, 1, "A1"));
      var result = put(standing(ELSEWHERE, 1, "A1"), standing(new TubeId("FD-Y"), 3, "A1"));
      assertThat(result.reply().refused())
          .singleElement()
          .asString()
          .contains("Well A1 of box 1", "kept for tube FD-A", "job-1", "FD-Z");
      assertThat(result.hasNoEvents()).isTrue();
    }

    @Test
    void refusesAnImportOfATubeThatIsOnItsWay() {
      take(A);
      keep(JOB, standing(A, 1, "A1"));
      assertThat(put(standing(A, 3, "C3")).reply().refused())
          .singleElement()
          .asString()
          .contains("box 3", "well C3", "brings back");
    }

    private void take(TubeId... tubes) {
      var wells = Map.of(A, "A1", B, "B2");
      var taken = stream(tubes).map(t -> taken(t, 1, wells.getOrDefault(t, ""))).toList();
      lift("task-1", taken, List.of());
    }

    private static Kept kept(JobId job, Set<TubeId> granted, Set<TubeId> refused) {
      return new Kept(RACK, job, new TreeSet<>(granted), new TreeSet<>(refused), AFTER_RECOOL);
    }
  }

  @Nested
  class Free {
    @Test
    void givesTubesToOthers() {
      reserve(JOB, A, B);
      assertThat(free(JOB, A).event().event()).isEqualTo(new TubesFreed(JOB, List.of(A)));
      assertThat(reserve(RIVAL, A).reply().granted()).containsExactly(A);
    }

    @Test
    void leavesWhatAnotherJobHolds() {
      reserve(RIVAL, A);
      assertThat(free(JOB, A, B).hasNoEvents()).isTrue();
      assertThat(found(A).holder()).contains(RIVAL);
    }

    @Test
    void givesKeptWellsBack() {
      keep(JOB, standing(ELSEWHERE, 3, "C3"));
      assertThat(free(RIVAL, ELSEWHERE).hasNoEvents()).isTrue();
      var freed = free(JOB, ELSEWHERE);
      assertThat(freed.event().event()).isEqualTo(new TubesFreed(JOB, List.of(ELSEWHERE)));
      assertThat(put(standing(new TubeId("FD-Y"), 3, "C3")).reply().stored()).isEqualTo(1);
    }
  }

  @Nested
  class ReportLift {
    @Test
    void recordsTheExposureOfWhatStayedAndTakesAwayWhatWasTaken() {
      var result = lift("task-1", List.of(taken(A, 1, "A1")), List.of());
      var expected =
          new RackLifted(
              "task-1",
              PICKER,
              START,
              END,
              List.of(
                  new BoxExposure(10, 5, 1), new BoxExposure(4, 2, 1), new BoxExposure(0, 0, 0)),
              List.of(taken(A, 1, "A1")),
              List.of(),
              List.of());
      assertThat(result.event().event()).isEqualTo(expected);
      assertThat(result.reply()).isEqualTo(new LiftRecorded(RACK, "task-1", 5 + 2 + 3));
      assertThat(picture(A).found()).isEmpty();
    }

    @Test
    void isAnsweredLikeTheFirstWhenRepeated() {
      var first = lift("task-1", List.of(taken(A, 1, "A1")), List.of()).reply();
      var again = lift("task-1", List.of(taken(A, 1, "A1")), List.of());
      assertThat(again.reply()).isEqualTo(first);
      assertThat(again.hasNoEvents()).isTrue();
    }

    @Test
    void isAnsweredLikeTheFirstAfterARestart() {
      lift("task-1", List.of(taken(A, 1, "A1")), List.of());
      rack.restart();
      assertThat(lift("task-1", List.of(taken(A, 1, "A1")), List.of()).hasNoEvents()).isTrue();
    }

    @Test
    void countsATubeThatWasPutBackAndChargesItWhatItGot() {
      lift("task-1", List.of(taken(A, 1, "A1")), List.of());
      keep(JOB, standing(A, 1, "A1"));
      var result = placed("task-2", new PlacedTube(standing(A, 1, "A1"), 7, 2.5));
      var lift = (RackLifted) result.event().event();
      assertThat(lift.boxes().get(0)).isEqualTo(new BoxExposure(10, 5, 1));
      assertThat(lift.tubeSeconds()).isEqualTo(5 + 2 + 2.5);
      assertThat(result.reply()).isEqualTo(new LiftRecorded(RACK, "task-2", 5 + 2 + 2.5));
      assertThat(picture().boxTubes()).containsExactly(2, 1, 0);
      assertThat(picture().notBefore()).isEqualTo(AFTER_RECOOL);
    }

    @Test
    void letsATubeThatWasPutBackStandThereForAnyone() {
      reserve(JOB, A);
      lift("task-1", List.of(taken(A, 1, "A1")), List.of());
      keep(JOB, standing(A, 1, "A1"));
      placed("task-2", new PlacedTube(standing(A, 1, "A1"), 7, 2.5));
      assertThat(found(A)).isEqualTo(new Found(tube(A), 1, Well.parse("A1"), Optional.empty()));
      assertThat(free(JOB, A).hasNoEvents()).isTrue();
      assertThat(reserve(RIVAL, A).reply().granted()).containsExactly(A);
      lift("task-3", List.of(taken(A, 1, "A1")), List.of());
      assertThat(picture(A).found()).isEmpty();
    }

    @Test
    void putsBackNothingTwice() {
      lift("task-1", List.of(taken(A, 1, "A1")), List.of());
      var first = placed("task-2", new PlacedTube(standing(A, 1, "A1"), 7, 2.5)).reply();
      rack.restart();
      var again = placed("task-2", new PlacedTube(standing(A, 1, "A1"), 7, 2.5));
      assertThat(again.reply()).isEqualTo(first);
      assertThat(again.hasNoEvents()).isTrue();
      assertThat(picture().boxTubes()).containsExactly(2, 1, 0);
    }

    @Test
    void isBelievedWhereAnotherTubeWasBelievedToStand() {
      placed("task-1", new PlacedTube(standing(ELSEWHERE, 1, "A1"), 7, 2.5));
      assertThat(picture(A, ELSEWHERE).found()).containsOnlyKeys(ELSEWHERE);
      assertThat(picture().boxTubes()).containsExactly(2, 1, 0);
    }

    @Test
    void awaitsATubeNoLongerThatCouldNotBePutBack() {
      keep(JOB, standing(ELSEWHERE, 3, "C3"));
      lift("task-1", List.of(), List.of(missed(ELSEWHERE, 3, "C3")));
      assertThat(put(standing(new TubeId("FD-Y"), 3, "C3")).reply().stored()).isEqualTo(1);
    }

    @Test
    void keepsTheRackDownUntilItHasRecooled() {
      lift("task-1", List.of(), List.of());
      assertThat(picture().notBefore()).isEqualTo(AFTER_RECOOL);
    }

    @Test
    void endsTheReservationOfATakenTube() {
      reserve(JOB, A);
      lift("task-1", List.of(taken(A, 1, "A1")), List.of());
      put(standing(A, 1, "A1"));
      assertThat(found(A).holder()).isEmpty();
    }

    @Test
    void neitherOffersNorCountsATubeThatWasNotFound() {
      reserve(JOB, A);
      var event = lift("task-1", List.of(), List.of(missed(A, 1, "A1"))).event().event();
      assertThat(((RackLifted) event).boxes().get(0).tubes()).isEqualTo(1);
      assertThat(picture(A).found()).isEmpty();
      assertThat(picture().boxTubes()).containsExactly(1, 1, 0);
      assertThat(reserve(JOB, A).reply().notHere()).containsExactly(A);
    }

    @Test
    void isBelievedEvenWhereTheRackKnewNothingOfTheTube() {
      assertThat(lift("task-1", List.of(taken(ELSEWHERE, 3, "A1")), List.of()).events()).hasSize(1);
    }
  }

  @Nested
  class Rest {
    @Test
    void endsTheActorOnceWhatWasAskedBeforeIsDurable() {
      var id = new RackId("D1-R99");
      var first = AKKA.spawn(Rack.create(id, SHAPE, clock.engineTime()));
      TestProbe<Imported> imported = AKKA.createTestProbe();
      first.tell(new RackCommand.Import("i", List.of(standing(A, 1, "A1")), CAUSE, imported.ref()));
      first.tell(new RackCommand.Rest());
      imported.expectMessage(new Imported(id, 1, 0, List.of()));
      imported.expectTerminated(first);
      var again = AKKA.spawn(Rack.create(id, SHAPE, clock.engineTime()));
      TestProbe<RackPicture> picture = AKKA.createTestProbe();
      again.tell(new RackCommand.Describe(new TreeSet<>(Set.of(A)), picture.ref()));
      assertThat(picture.receiveMessage().found()).containsOnlyKeys(A);
    }
  }

  @Nested
  class Describe {
    @Test
    void saysWhatStandsWhereAndForWhom() {
      reserve(JOB, C);
      var picture = picture(A, C, ELSEWHERE);
      assertThat(picture.boxTubes()).containsExactly(2, 1, 0);
      assertThat(picture.found())
          .containsOnly(
              Map.entry(A, new Found(tube(A), 1, Well.parse("A1"), Optional.empty())),
              Map.entry(C, new Found(tube(C), 2, Well.parse("A1"), Optional.of(JOB))));
      assertThat(picture.notBefore()).isEqualTo(Instant.EPOCH);
    }
  }

  private static Tube tube(TubeId id) {
    return new Tube(id, new SpecimenId("HG-" + id), "LCL", 1);
  }

  private static Standing standing(TubeId id, int level, String well) {
    return new Standing(tube(id), level, Well.parse(well));
  }

  private static TakenTube taken(TubeId id, int level, String well) {
    return new TakenTube(id, level, Well.parse(well), 6, 3);
  }

  private static MissedTube missed(TubeId id, int level, String well) {
    return new MissedTube(id, level, Well.parse(well), Finding.EMPTY);
  }

  private CommandResultWithReply<RackCommand, Recorded<RackEvent>, RackState, Imported> put(
      Standing... tubes) {
    return rack.runCommand(
        replyTo -> new RackCommand.Import("import-1", Arrays.asList(tubes), CAUSE, replyTo));
  }

  private CommandResultWithReply<RackCommand, Recorded<RackEvent>, RackState, Reserved> reserve(
      JobId job, TubeId... tubes) {
    return rack.runCommand(
        replyTo -> new RackCommand.Reserve(job, Arrays.asList(tubes), CAUSE, replyTo));
  }

  private CommandResultWithReply<RackCommand, Recorded<RackEvent>, RackState, Kept> keep(
      JobId job, Standing... tubes) {
    return rack.runCommand(
        replyTo -> new RackCommand.Keep(job, Arrays.asList(tubes), CAUSE, replyTo));
  }

  private CommandResult<RackCommand, Recorded<RackEvent>, RackState> free(
      JobId job, TubeId... tubes) {
    return rack.runCommand(new RackCommand.Free(job, Arrays.asList(tubes), CAUSE));
  }

  private CommandResultWithReply<RackCommand, Recorded<RackEvent>, RackState, LiftRecorded> lift(
      String task, List<TakenTube> taken, List<MissedTube> missed) {
    return report(task, taken, missed, List.of());
  }

  private CommandResultWithReply<RackCommand, Recorded<RackEvent>, RackState, LiftRecorded> placed(
      String task, PlacedTube... placed) {
    return report(task, List.of(), List.of(), Arrays.asList(placed));
  }

  private CommandResultWithReply<RackCommand, Recorded<RackEvent>, RackState, LiftRecorded> report(
      String task, List<TakenTube> taken, List<MissedTube> missed, List<PlacedTube> placed) {
    return rack.runCommand(
        replyTo ->
            new RackCommand.ReportLift(
                task, PICKER, START, END, BOXES, taken, missed, placed, CAUSE, replyTo));
  }

  private Found found(TubeId tube) {
    return Optional.ofNullable(picture(tube).found().get(tube)).orElseThrow();
  }

  private RackPicture picture(TubeId... tubes) {
    var asked = new TreeSet<>(Arrays.asList(tubes));
    CommandResultWithReply<RackCommand, Recorded<RackEvent>, RackState, RackPicture> result =
        rack.runCommand(replyTo -> new RackCommand.Describe(asked, replyTo));
    return result.reply();
  }
}
