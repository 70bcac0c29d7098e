package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.givre.devices.journal.Cause;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskIssued;
import org.givre.orchestrator.dispatch.DispatchRequest.PlanPicture;
import org.givre.orchestrator.dispatch.DispatchState;
import org.givre.orchestrator.dispatch.planning.AdoptedPlan;
import org.givre.orchestrator.dispatch.planning.PlanTranslation;
import org.givre.orchestrator.dispatch.planning.PlanningBench;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Passed;
import org.givre.orchestrator.dispatch.planning.PlanningRound;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.JobEvent.JobBlocked;
import org.givre.orchestrator.job.JobEvent.JobPlanned;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about real plans of a small store, in the store's own words. */
class PlanExplanationTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Cause CAUSE = Cause.policy("test", "", "");
  private static final RackId R1 = SmallStore.rack(SmallStore.D1, 1);
  private static final RackId R2 = SmallStore.rack(SmallStore.D1, 2);
  private static final RackId R3 = SmallStore.rack(SmallStore.D2, 1);

  /** The second job would take the deep tube of R3, or one beside what the first one takes. */
  private static final JobSpec FIRST = asking("T1", "T2");

  private static final JobSpec SECOND = asking("DEEP|NEAR", "T4");

  private final Passed passed = plan(bench());
  private final PlanPicture picture = adopted(passed);

  private static JobSpec asking(String... tubes) {
    return SampleJobs.spec(
        List.of(tubes).stream()
            .map(any -> SampleJobs.anyOf(any.split("\\|")))
            .toArray(JobSpec.TubeRequest[]::new));
  }

  private static PlanningBench bench() {
    return new PlanningBench()
        .stands("T1", R1, 1)
        .stands("T2", R2, 2)
        .stands("NEAR", R2, 2)
        .stands("DEEP", R3, 3)
        .stands("T4", R1, 2)
        .job("job-1", FIRST, false, List.of())
        .job("job-2", SECOND, false, List.of());
  }

  private static Passed plan(PlanningBench bench) {
    var round =
        new PlanningRound(
            new WarmthPlanner(),
            FirstComeFirstServed.oneLiftPerTube(),
            new AtomicInteger()::getAndIncrement);
    return (Passed) round.run(bench.problem(), 7, Duration.ofNanos(200));
  }

  private static PlanPicture adopted(Passed passed) {
    var ids = new AtomicInteger();
    var adopted =
        new PlanAdopted(
            7,
            "submitted",
            "warmth",
            7,
            passed.verdict().exposure().totalTs(),
            passed.lowerBoundTubeSeconds(),
            passed.fifoTubeSeconds(),
            PlanTranslation.tasks(passed, () -> "task-" + ids.incrementAndGet()),
            List.of());
    var state = adopted.after(DispatchState.empty(), CAUSE, NOON);
    return new PlanPicture(state, Optional.of(new AdoptedPlan(7, passed)), true, false);
  }

  private static JobState job(String id, JobSpec spec) {
    return JobState.of(new JobId(id), spec, NOON);
  }

  private ObjectNode asked(JobState job, String question) {
    return asked(job, question, picture);
  }

  private static ObjectNode asked(JobState job, String question, PlanPicture picture) {
    return new PlanExplanation(job, picture).of(PlanQuestion.parse(question));
  }

  private static String code(Throwable refused) {
    return ((ProblemException) refused).problem().code().code();
  }

  private static void assertRefused(
      JobState job, String question, PlanPicture picture, String code) {
    assertThatThrownBy(() -> asked(job, question, picture))
        .satisfies(refused -> assertThat(code(refused)).isEqualTo(code));
  }

  @Nested
  class WhyThisTube {
    @Test
    void namesTubesRacksAndFigures() {
      var json = asked(job("job-2", SECOND), "item:0");

      assertThat(json.get("planVersion").asLong()).isEqualTo(7);
      assertThat(json.at("/chosen/tube").asText()).isEqualTo("NEAR");
      assertThat(json.at("/chosen/rack").asText()).isEqualTo(R2.value());
      assertThat(json.at("/chosen/state").asText()).isEqualTo("PLANNED");
      assertThat(json.get("item").asInt()).isZero();
      var deep = json.at("/alternatives/0");
      assertThat(deep.get("tube").asText()).isEqualTo("DEEP");
      assertThat(deep.get("firstListed").asBoolean()).isTrue();
      assertThat(deep.get("allowed").asBoolean()).isTrue();
      assertThat(deep.get("compositeTubeSeconds").asDouble()).isPositive();
      assertThat(deep.get("why").asText())
          .startsWith("tube DEEP of rack D2-R01 level 3 (first come, first served) gets a lift")
          .contains("by picker-", "tube-seconds");
      assertThat(json.at("/why/0").asText())
          .startsWith("Item 0 of job job-2 gets tube NEAR of rack D1-R02 level 2, in lift ")
          .contains("at 2026-11-23T12:0");
      assertThat(json.at("/why/1").asText()).isEqualTo("No other tube is cheaper.");
    }

    @Test
    void saysThatALiftHasBegun() {
      var json = asked(job("job-2", SECOND), "item:0");
      var state = picture.state();
      for (var task : state.waiting().keySet()) {
        state = new TaskIssued(task).after(state, CAUSE, NOON);
      }
      var begun = new PlanPicture(state, picture.reckoned(), true, false);

      assertThat(json.get("why")).noneMatch(why -> why.asText().contains("begun"));
      var later = asked(job("job-2", SECOND), "item:0", begun);
      assertThat(later.at("/chosen/state").asText()).isEqualTo("RUNNING");
      assertThat(later.get("why")).anyMatch(why -> why.asText().startsWith("The lift has begun"));
    }

    @Test
    void tellsTheConstraintThatLeavesItOut() {
      var impossible = plan(bench().stands("LATE", R3, 1).job("job-3", late(), false, List.of()));

      var json = asked(job("job-3", late()), "item:0", adopted(impossible));

      assertThat(json.get("code").asText()).isEqualTo("unplannable-deadline");
      assertThat(json.at("/why/0").asText())
          .matches(
              "Plan 7 leaves item 0 out: delivered at 2026-11-23T12:00:[0-9.]+Z in the nearest plan found, due by 2026-11-23T12:00:05Z; no plan delivers it before 2026-11-23T12:00:[0-9.]+Z\\.");
    }

    private JobSpec late() {
      return SampleJobs.spec(false, Optional.of(NOON.plusSeconds(5)), SampleJobs.anyOf("LATE"));
    }

    @Test
    void refusesAnItemThatTheJobDoesNotHave() {
      assertRefused(job("job-2", SECOND), "item:2", picture, "item-unknown");
    }

    @Test
    void saysWhatTakesNoPart() {
      var json = asked(job("job-9", SECOND), "item:1");

      assertThat(json.at("/why/0").asText()).isEqualTo("Item 1 has no place in plan 7.");
    }
  }

  @Nested
  class WhyThisRackFirst {
    @Test
    void comparesRacksByName() {
      var json = asked(job("job-1", FIRST), "order:D1-R01,D1-R02");

      assertThat(json.at("/earlier/rack").asText()).startsWith("D1-R0");
      assertThat(json.at("/later/rack").asText()).startsWith("D1-R0");
      assertThat(json.get("explains").asText()).isEqualTo("order");
      assertThat(json.at("/why/0").asText()).contains("of rack D1-R01", "of rack D1-R02");
    }

    @Test
    void refusesWhatThePlanDoesNotLift() {
      assertRefused(job("job-1", FIRST), "order:D1-R01,D1-R03", picture, "lift-not-found");
      assertRefused(job("job-1", FIRST), "order:D1-R01,D1-R01", picture, "lift-not-found");
      assertRefused(job("job-1", FIRST), "lift:99", picture, "lift-not-found");
    }
  }

  @Nested
  class WhyLiftedSo {
    @Test
    void takesARackOrANumber() {
      var byRack = asked(job("job-1", FIRST), "lift:D1-R01");
      var byNumber = asked(job("job-1", FIRST), "lift:" + byRack.get("lift").asInt());

      assertThat(byNumber).isEqualTo(byRack);
      assertThat(byRack.get("rack").asText()).isEqualTo("D1-R01");
      assertThat(byRack.get("levels")).hasSize(2);
      assertThat(byRack.get("alternatives")).isNotEmpty();
    }
  }

  @Nested
  class WhyAJobWaits {
    @Test
    void followsThePlanInEngineTime() {
      var json = asked(job("job-2", SECOND), "wait");

      assertThat(json.get("job").asText()).isEqualTo("job-2");
      assertThat(json.get("untilFirst")).isNotEmpty();
      assertThat(json.at("/untilFirst/0/fromAt").asText()).startsWith("2026-11-23T12:00:00");
      assertThat(Instant.parse(json.get("deliveredAt").asText())).isAfter(NOON);
      assertThat(json.get("alternatives")).hasSize(1);
      assertThat(json.at("/why/0").asText()).startsWith("Job job-2 begins with lift ");
    }

    @Test
    void saysWhatElseIsInTheWay() {
      var blocker = new Blocker("tube-reserved", "T9", Optional.of("job-8"), NOON, "");
      var blocked = job("job-9", SECOND).after(new JobBlocked(List.of(blocker)), NOON);

      var json = asked(blocked, "wait");

      assertThat(json.get("why"))
          .extracting(why -> why.asText())
          .containsExactly("In the way: tube-reserved T9 by job-8.");
      assertThat(json.at("/blockers/0/code").asText()).isEqualTo("tube-reserved");
    }

    @Test
    void saysThatAPlanIsBeingMade() {
      var making = new PlanPicture(picture.state(), picture.reckoned(), true, true);

      assertThat(asked(job("job-9", SECOND), "wait", making).at("/why/0").asText())
          .isEqualTo("A plan for it is being made, together with what else has come.");
      assertThat(asked(job("job-2", SECOND), "wait", making).get("why"))
          .anyMatch(why -> why.asText().equals("Another plan is being made."));
    }

    @Test
    void refusesToGuessAfterARestart() {
      var forgotten = new PlanPicture(picture.state(), Optional.empty(), true, false);
      var planned = new JobPlanned(7, 10, OptionalDouble.empty(), NOON, NOON, new TreeMap<>());
      var known = job("job-2", SECOND).after(planned, NOON);

      assertRefused(known, "wait", forgotten, "plan-not-at-hand");
      assertThat(asked(job("job-9", SECOND), "wait", forgotten).at("/why/0").asText())
          .isEqualTo("It has no place in plan 7.");
    }
  }

  @Test
  void showsThePlanAtAGlance() {
    var json = asked(job("job-1", FIRST), "all");

    assertThat(json.get("jobs")).hasSize(2);
    assertThat(json.at("/jobs/0/job").asText()).isEqualTo("job-1");
    assertThat(json.get("lifts")).isNotEmpty();
    assertThat(json.at("/plan/exposureTubeSeconds").asDouble())
        .isEqualTo(passed.verdict().exposure().totalTs(), within(1e-6));
    assertThat(json.get("lowerBoundTubeSeconds").asDouble())
        .isEqualTo(passed.lowerBoundTubeSeconds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"item:0", "order:D1-R01,D1-R02", "lift:D1-R01", "all"})
  void cannotExplainWhatNobodyKnows(String question) {
    var none = new PlanPicture(DispatchState.empty(), Optional.empty(), true, false);
    var stopped = new PlanPicture(picture.state(), picture.reckoned(), false, false);

    assertRefused(job("job-1", FIRST), question, none, "plan-not-at-hand");
    assertRefused(job("job-1", FIRST), question, stopped, "plan-not-at-hand");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order:D1-R01,D1-R02", "lift:D1-R01", "all"})
  void isForJobsThatHaveAPlaceInIt(String question) {
    assertRefused(job("job-9", SECOND), question, picture, "plan-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "why",
        "item",
        "item:",
        "item:x",
        "item:-1",
        "order:A",
        "order:A,",
        "order:A,B,C",
        "lift:"
      })
  void refusesWhatIsNoQuestion(String text) {
    assertThatThrownBy(() -> PlanQuestion.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Expected wait, item:3");
  }
}
