package org.givre.orchestrator.dispatch.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.givre.orchestrator.dispatch.planning.PlanningBench.NOW;
import static org.givre.orchestrator.dispatch.planning.PlanningBench.carried;
import static org.givre.orchestrator.dispatch.planning.PlanningBench.lift;
import static org.givre.orchestrator.dispatch.planning.PlanningBench.pick;
import static org.givre.orchestrator.dispatch.planning.PlanningBench.unload;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D2;
import static org.givre.orchestrator.dispatch.planning.SmallStore.OTHER_PICKER;
import static org.givre.orchestrator.dispatch.planning.SmallStore.P1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.P2;
import static org.givre.orchestrator.dispatch.planning.SmallStore.PICKER;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.action.Service.Mode;
import org.givre.devices.dewar.DewarCommand.Holder;
import org.givre.devices.picker.PickerCommand.State;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.Route;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.TubeReturn;
import org.givre.plans.instance.Window;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InstanceBuilderTest {
  private final PlanningBench bench = new PlanningBench();

  @Nested
  class WorkThatWaits {
    @Test
    void namesTubesByPlaceInTheStoreFile() {
      bench.stands("B", rack(D2, 2), 3).stands("A", rack(D1, 3), 1).job("j1", "B", "A");
      var instance = bench.problem().instance();
      assertThat(instance.tubes())
          .containsExactly(
              new InstanceTube(0, 2, 1, InstanceTube.UNLIMITED_SECONDS),
              new InstanceTube(1, 4, 3, InstanceTube.UNLIMITED_SECONDS));
      assertThat(instance.racks()).extracting(InstanceRack::id).containsExactly(2, 4);
      assertThat(instance.racks()).extracting(InstanceRack::dewar).containsExactly(0, 1);
      assertThat(instance.racks()).extracting(InstanceRack::slot).containsExactly(2, 1);
      assertThat(instance.requests())
          .containsExactly(new Request(0, List.of(1)), new Request(1, List.of(0)));
    }

    @Test
    void keepsCandidatesInTheOrderOfPreference() {
      bench.stands("A", rack(D1, 1), 1).stands("C", rack(D1, 1), 2).job("j1", "C|B|A");
      assertThat(bench.problem().instance().requests())
          .containsExactly(new Request(0, List.of(1, 0)));
    }

    @Test
    void takesTimesAndUrgencyFromTheJob() {
      var spec =
          new JobSpec(
              "retrieve",
              Optional.empty(),
              Optional.empty(),
              new TreeMap<>(),
              7,
              Optional.of(NOW.plusSeconds(10)),
              Optional.empty(),
              Optional.of(NOW.plusSeconds(900)),
              false,
              Optional.of(P2),
              List.of(SampleJobs.anyOf("A")),
              Optional.empty(),
              Optional.empty());
      var job =
          bench.stands("A", rack(D1, 1), 1).job("j1", spec).problem().instance().jobs().get(0);
      assertThat(job.priority()).isEqualTo(4);
      assertThat(job.releaseSeconds()).isEqualTo(10);
      assertThat(job.dueSeconds()).isEqualTo(OptionalDouble.of(-100));
      assertThat(job.deadlineSeconds()).isEqualTo(OptionalDouble.of(900));
      assertThat(job.port()).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void knowsCapsAndReCool() {
      bench.stands("A", rack(D2, 1), 1).recooling(rack(D2, 1), NOW.plusSeconds(33)).job("j1", "A");
      var rack = bench.problem().instance().racks().get(0);
      assertThat(rack.boxMaxOutSeconds()).containsExactly(600.0, 600.0, 600.0);
      assertThat(rack.recoolRatio()).isEqualTo(2);
      assertThat(rack.notBeforeSeconds()).isEqualTo(33);
    }
  }

  @Nested
  class RunningTasks {
    @Test
    void leaveTheirTubesInTheCarrierAndTheDewarClosed() {
      bench.stands("A", rack(D1, 3), 2).stands("B", rack(D1, 3), 2).job("j1", "A", "B");
      bench.runs(PICKER, lift("t1", D1, rack(D1, 3), pick("A", 2, "j1", 0)), 20);
      var instance = bench.problem().instance();
      var picker = instance.pickers().get(0);
      assertThat(picker.initialLoad()).containsExactly(new CarriedTube(OptionalInt.of(0), 0));
      assertThat(picker.availableFromSeconds()).isEqualTo(20);
      assertThat(List.of(picker.xMetres(), picker.yMetres())).containsExactly(0.0, 0.0);
      assertThat(instance.dewars().get(0).unavailable()).containsExactly(new Window(0, 20));
      assertThat(instance.dewars().get(0).carouselStartSlot()).isEqualTo(2);
      assertThat(instance.racks().get(0).boxTubes()).containsExactly(50, 49, 50);
      assertThat(instance.requests())
          .containsExactly(new Request(0, List.of(0)), new Request(1, List.of(1)));
    }

    @Test
    void doNotCountATubeTwiceThatTheRackHasGivenUpAlready() {
      bench.rumoured("A", rack(D1, 3)).stands("B", rack(D1, 3), 2).job("j1", "A", "B");
      bench
          .picker(PICKER, State.BUSY, "D1", carried("A", "j1", 0))
          .runs(PICKER, lift("t1", D1, rack(D1, 3), pick("A", 2, "j1", 0)), 1);
      var instance = bench.problem().instance();
      assertThat(instance.racks().get(0).boxTubes()).containsExactly(50, 50, 50);
      assertThat(instance.pickers().get(0).initialLoad()).hasSize(1);
    }

    @Test
    void takeWhatTheyUnloadOutOfThePlan() {
      bench
          .job(
              "j1",
              SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")),
              true,
              List.of("A", "B"))
          .picker(PICKER, State.BUSY, "P1", carried("A", "j1", 0), carried("B", "j1", 1))
          .runs(PICKER, unload("t1", P1, "A"), 15);
      var problem = bench.problem();
      assertThat(problem.requests()).containsExactly(new RequestKey(new JobId("j1"), 1));
      assertThat(problem.instance().ports().get(0).unavailable())
          .containsExactly(new Window(0, 15));
      assertThat(problem.instance().pickers().get(0).initialLoad()).hasSize(1);
      assertThat(problem.begun()).containsExactly(new JobId("j1"));
    }

    @Test
    void letTheirRackReCoolFirst() {
      bench.stands("A", rack(D2, 1), 2).stands("B", rack(D2, 1), 2).job("j1", "A", "B");
      bench.runs(PICKER, lift("t1", D2, rack(D2, 1), pick("A", 2, "j1", 0)), 20);
      var rack = bench.problem().instance().racks().get(0);
      assertThat(rack.notBeforeSeconds()).isEqualTo(20 + 2 * 30);
    }
  }

  @Nested
  class Carriers {
    @Test
    void keepWhatIsInThemAsInitialLoad() {
      bench
          .job("j1", SampleJobs.spec(SampleJobs.anyOf("A|B".split("\\|"))), true, List.of("A"))
          .picker(OTHER_PICKER, State.AVAILABLE, "D2", carried("A", "j1", 0));
      var instance = bench.problem().instance();
      assertThat(instance.pickers().get(1).initialLoad())
          .containsExactly(new CarriedTube(OptionalInt.of(0), 0));
      assertThat(instance.pickers().get(1).yMetres()).isEqualTo(1.8);
      assertThat(instance.requests()).containsExactly(new Request(0, List.of(0)));
    }

    @Test
    void areEmptiedEvenWhereNobodyAsksAnyMore() {
      bench.over("lost").picker(PICKER, State.AVAILABLE, "D1", carried("A", "lost", 7));
      var problem = bench.problem();
      assertThat(problem.requests()).containsExactly(new RequestKey(new JobId("lost"), 7));
      assertThat(problem.instance().jobs()).hasSize(1);
    }

    @Test
    void keepTubesWhoseOnlyPortIsOutOfService() {
      bench
          .job("j1", SampleJobs.spec(SampleJobs.anyOf("A")), true, List.of("A"))
          .but(new Route(Optional.empty(), Optional.of(P2), new TreeSet<>()))
          .portOutOfService(P2)
          .picker(PICKER, State.AVAILABLE, "D1", carried("A", "j1", 0));
      var problem = bench.problem();
      assertThat(problem.isEmpty()).isTrue();
      assertThat(problem.instance().pickers().get(0).initialLoad()).isEmpty();
      assertThat(problem.obstacles().of(new JobId("j1")))
          .extracting(Blocker::code, Blocker::resource)
          .containsExactly(tuple("port-out-of-service", "P2"));
    }

    @Test
    void keepTheirTubesWhenTheirPickerIsUnfit() {
      bench
          .job("j1", SampleJobs.spec(SampleJobs.anyOf("A")), true, List.of("A"))
          .picker(PICKER, State.FAULT, "D1", carried("A", "j1", 0));
      var problem = bench.problem();
      assertThat(problem.isEmpty()).isTrue();
      assertThat(problem.instance().pickers()).hasSize(1);
      assertThat(problem.obstacles().of(new JobId("j1")))
          .containsExactly(
              new Blocker("picker-fault", "picker-1", Optional.empty(), NOW, "grip.slipped"));
    }
  }

  @Nested
  class TubesThatMustGoBack {
    private final JobId job = new JobId("j1");

    @Test
    void areThoseOfACancelledJob() {
      inCarrier(60).but(Intent.CANCEL);
      assertThatItGoesBack(bench.problem());
    }

    @Test
    void areThoseOfASkippedRequest() {
      bench
          .known(rack(D1, 1))
          .job("j1", SampleJobs.spec(SampleJobs.anyOf("A")), true, List.of("A"), List.of("A"))
          .picker(PICKER, State.AVAILABLE, "D1", carried("A", "j1", 0));
      assertThatItGoesBack(bench.problem());
    }

    @Test
    void areThoseOfAPausedJobOnceTheCarrierHasKeptThemLongEnough() {
      inCarrier(1_800).but(Intent.PAUSE);
      assertThatItGoesBack(bench.problem());
    }

    @Test
    void stayForAPausedJobAsLongAsTheCarrierKeepsThemCold() {
      inCarrier(1_799).but(Intent.PAUSE);
      var waits = bench.problem();
      assertThat(waits.isEmpty()).isTrue();
      assertThat(waits.nextLimit()).contains(NOW.plusSeconds(1));
      assertThat(waits.instance().pickers().get(0).carrierTubes()).isEqualTo(11);
    }

    @Test
    void areThoseOfAnyJobWhileTheSiteIsHeldForLong() {
      inCarrier(1_800).siteHeld();
      assertThatItGoesBack(bench.problem());
    }

    @Test
    void stayWhileTheSiteIsHeld() {
      inCarrier(60).siteHeld();
      var problem = bench.problem();
      assertThat(problem.isEmpty()).isTrue();
      assertThat(problem.obstacles().of(job))
          .extracting(Blocker::code)
          .containsExactly("site-held");
    }

    @Test
    void stayWhileTheirDewarIsOutOfService() {
      inCarrier(60).but(Intent.CANCEL).dewarOutOfService(D1);
      var problem = bench.problem();
      assertThat(problem.isEmpty()).isTrue();
      assertThat(problem.obstacles().of(job))
          .extracting(Blocker::code)
          .containsExactly("dewar-out-of-service");
    }

    @Test
    void goToAPortWhenTheirWellIsTaken() {
      inCarrier(60).but(Intent.CANCEL).homeless("A");
      var problem = bench.problem();
      assertThat(problem.returning()).isEmpty();
      assertThat(problem.requests()).containsExactly(new RequestKey(job, 0));
    }

    @Test
    void stayUntilItIsKnownWhoseTheyAre() {
      bench.picker(PICKER, State.AVAILABLE, "D1", carried("A", "silent", 0));
      assertThat(bench.problem().isEmpty()).isTrue();
    }

    private PlanningBench inCarrier(int secondsAgo) {
      return bench
          .known(rack(D1, 1))
          .job("j1", SampleJobs.spec(SampleJobs.anyOf("A")), true, List.of("A"))
          .picker(PICKER, State.AVAILABLE, "D1", carried("A", "j1", 0, secondsAgo));
    }

    private void assertThatItGoesBack(PlanningProblem problem) {
      var instance = problem.instance();
      assertThat(instance.returns()).containsExactly(new TubeReturn(0, 0, 2));
      assertThat(instance.jobs()).isEmpty();
      assertThat(instance.pickers().get(0).initialLoad())
          .containsExactly(new CarriedTube(OptionalInt.empty(), 0));
      assertThat(problem.returning().get(new TubeId("A")))
          .extracting(Returning::request)
          .isEqualTo(new RequestKey(job, 0));
    }
  }

  @Nested
  class DevicesOutOfService {
    @Test
    void liftNothingButEmptyTheirCarrierWhenDrained() {
      bench
          .stands("B", rack(D1, 1), 1)
          .job(
              "j1",
              SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")),
              true,
              List.of("A"))
          .picker(PICKER, State.DRAINING, Mode.DRAINED, "D1", carried("A", "j1", 0));
      var instance = bench.problem().instance();
      assertThat(instance.pickers()).hasSize(2);
      assertThat(instance.pickers().get(0).initialLoad()).hasSize(1);
      assertThat(instance.jobs().get(0).pickers()).containsExactly(1);
    }

    @Test
    void doNothingWhenPaused() {
      bench
          .job("j1", SampleJobs.spec(SampleJobs.anyOf("A")), true, List.of("A"))
          .picker(PICKER, State.PAUSED, Mode.PAUSED, "D1", carried("A", "j1", 0));
      var problem = bench.problem();
      assertThat(problem.isEmpty()).isTrue();
      assertThat(problem.obstacles().of(new JobId("j1")))
          .extracting(Blocker::code)
          .containsExactly("picker-paused");
    }

    @Test
    void keepTheirTubes() {
      bench.stands("A", rack(D1, 1), 1).job("j1", "A").dewarOutOfService(D1);
      assertThat(bench.problem().obstacles().of(new JobId("j1")))
          .extracting(Blocker::code)
          .containsExactly("dewar-out-of-service");
    }

    @Test
    void takeNoTubesFromAPickerAtAPort() {
      bench.stands("A", rack(D1, 1), 1).portOutOfService(P1).job("j1", "A");
      assertThat(bench.problem().instance().pickers().get(0).ports()).containsExactly(1);
    }

    @Test
    void leaveAJobWithNobodyToServeIt() {
      bench
          .stands("A", rack(D1, 1), 1)
          .job("j1", "A")
          .picker(PICKER, State.OUT_OF_SERVICE, Mode.DRAINED, "")
          .picker(OTHER_PICKER, State.PAUSED, Mode.PAUSED, "");
      assertThat(bench.problem().obstacles().of(new JobId("j1")))
          .extracting(Blocker::code)
          .containsExactly("no-picker-in-service");
    }
  }

  @Nested
  class Routes {
    @Test
    void leadAwayFromADewar() {
      bench.stands("A", rack(D1, 1), 1).stands("B", rack(D2, 1), 1).job("j1", "A|B");
      bench.but(route("", "", "D1"));
      assertThat(bench.problem().instance().requests()).containsExactly(new Request(0, List.of(0)));
      assertThat(bench.problem().instance().racks())
          .extracting(InstanceRack::id)
          .containsExactly(3);
    }

    @Test
    void blockWhatStandsOnlyInTheDewar() {
      bench.stands("A", rack(D1, 1), 1).job("j1", "A").but(route("", "", "D1"));
      assertThat(bench.problem().obstacles().of(new JobId("j1")))
          .extracting(Blocker::code)
          .containsExactly("dewar-avoided");
    }

    @Test
    void leadToAPicker() {
      bench.stands("A", rack(D1, 1), 1).job("j1", "A").but(route("picker-2", "", ""));
      assertThat(bench.problem().instance().jobs().get(0).pickers()).containsExactly(1);
    }

    @Test
    void leadAwayFromAPicker() {
      bench.stands("A", rack(D1, 1), 1).job("j1", "A").but(route("", "", "picker-2"));
      assertThat(bench.problem().instance().jobs().get(0).pickers()).containsExactly(0);
    }

    @Test
    void leadToAPort() {
      bench.stands("A", rack(D1, 1), 1).job("j1", "A").but(route("", "P2", ""));
      assertThat(bench.problem().instance().jobs().get(0).port()).isEqualTo(OptionalInt.of(1));
    }

    private static Route route(String picker, String port, String avoid) {
      return new Route(
          Optional.of(picker).filter(p -> !p.isEmpty()).map(PickerId::new),
          Optional.of(port).filter(p -> !p.isEmpty()).map(PortId::new),
          avoid.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(avoid)));
    }
  }

  @Nested
  class TubesThatCannotBeHad {
    @Test
    void blockTheLaterOfTwoJobs() {
      bench.stands("A", rack(D1, 1), 1).job("j2", "A").job("j1", "A");
      var problem = bench.problem();
      assertThat(problem.requests()).containsExactly(new RequestKey(new JobId("j2"), 0));
      assertThat(problem.obstacles().of(new JobId("j1")))
          .containsExactly(new Blocker("tube-reserved", "A", Optional.of("j2"), NOW, ""));
    }

    @Test
    void doNotBlockWhereTheEarlierJobHasAnother() {
      bench.stands("A", rack(D1, 1), 1).stands("B", rack(D1, 1), 1);
      bench.job("j1", "A|B").job("j2", "A|B").job("j3", "A|B");
      assertThat(bench.problem().requests())
          .containsExactly(new RequestKey(new JobId("j1"), 0), new RequestKey(new JobId("j2"), 0));
    }

    @Test
    void areHeldByAJobThatDoesNotWait() {
      bench.stands("A", rack(D1, 1), 1, Optional.of(new JobId("paused"))).job("j1", "A");
      assertThat(bench.problem().obstacles().of(new JobId("j1")))
          .containsExactly(new Blocker("tube-reserved", "A", Optional.of("paused"), NOW, ""));
    }

    @Test
    void areOnTheirWayForAnotherJob() {
      bench.job("j1", "A").picker(PICKER, State.AVAILABLE, "D1", carried("A", "j0", 0));
      assertThat(bench.problem().obstacles().of(new JobId("j1")))
          .containsExactly(new Blocker("tube-reserved", "A", Optional.of("j0"), NOW, ""));
    }

    @Test
    void areGoneWhereNobodyKnowsThem() {
      bench.job("j1", "A|B");
      var problem = bench.problem();
      assertThat(problem.obstacles().gone()).containsOnlyKeys(new RequestKey(new JobId("j1"), 0));
      assertThat(problem.isEmpty()).isTrue();
    }

    @Test
    void areNotGoneWhileAPickerIsSilent() {
      bench.job("j1", "A").silentPicker(PICKER);
      var obstacles = bench.problem().obstacles();
      assertThat(obstacles.gone()).isEmpty();
      assertThat(obstacles.of(new JobId("j1")))
          .extracting(Blocker::code)
          .containsExactly("picker-unreachable");
    }

    @Test
    void areUnlocatedWhereTheRackContradictsTheIndex() {
      bench.rumoured("A", rack(D1, 1)).job("j1", "A");
      var obstacles = bench.problem().obstacles();
      assertThat(obstacles.unlocated()).containsOnlyKeys(new RequestKey(new JobId("j1"), 0));
      assertThat(obstacles.of(new JobId("j1")))
          .extracting(Blocker::code)
          .containsExactly("tube-unlocated");
    }

    @Test
    void hangInADewarWhereAFailedTaskStands() {
      var stuck = new Holder("t0", OTHER_PICKER);
      bench.stands("A", rack(D1, 1), 1).dewar(D1, 0, Optional.of(stuck)).job("j1", "A");
      assertThat(bench.problem().obstacles().of(new JobId("j1")))
          .extracting(Blocker::code)
          .containsExactly("dewar-held");
    }
  }

  @Test
  void leavesOutAPortWhereAFailedTaskStands() {
    bench.stands("A", rack(D1, 1), 1).docked(P1, "t0").job("j1", "A");
    assertThat(bench.problem().instance().pickers().get(0).ports()).containsExactly(1);
  }
}
