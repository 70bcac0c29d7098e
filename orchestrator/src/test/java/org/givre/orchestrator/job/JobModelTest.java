package org.givre.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.journal.Recorded;
import org.givre.orchestrator.job.JobEvent.JobActed;
import org.givre.plans.store.JobId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A job and a dispatch that talk through queues, of which either is late, while operators meddle
 * and either crashes: a paused job rests, an ended one has left nothing, and every one comes to its
 * end.
 */
class JobModelTest extends JobBench {
  private static final ActorTestKit AKKA =
      ActorTestKit.create(EventSourcedBehaviorTestKit.config().withFallback(ConfigFactory.load()));

  private static final int SEEDS = 100;
  private static final int STEPS = 120;

  /** Far more than it takes to finish whatever is left. */
  private static final int MOST_STEPS_TO_THE_END = 3_000;

  private static final JobNotice MARK = new JobNotice.Withdrawn(new JobId("mark"));

  private final TestProbe<ActionAnswer> operator = AKKA.createTestProbe(ActionAnswer.class);
  private final Queue<JobNotice> toDispatch = new ArrayDeque<>();
  private int asked;
  private int answered;
  private int lost;

  JobModelTest() {
    super(AKKA);
  }

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  static List<Long> seeds() {
    return new SplittableRandom(20261123).longs(SEEDS).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void restsWhenItSaysSoAndComesToItsEnd(long seed) {
    var dice = new SplittableRandom(seed);
    var model = new ModelDispatch(dice, ID, dispatch.ref());
    submit(
        SampleJobs.spec(
            dice.nextInt(5) == 0,
            Optional.empty(),
            SampleJobs.anyOf("A", "B"),
            SampleJobs.anyOf("C"),
            SampleJobs.anyOf("D")));
    for (int i = 0; i < STEPS; i++) {
      step(dice, model);
      check(model);
    }
    for (int i = 0; i < MOST_STEPS_TO_THE_END && !isOver(model); i++) {
      finish(dice, model, i);
      check(model);
    }
    assertThat(isOver(model)).as("%s", state()).isTrue();
    assertThat(model.carrier()).isEmpty();
    assertThat(acted()).isEqualTo(answered);
    assertThat(asked).isEqualTo(answered + lost);
  }

  private boolean isOver(ModelDispatch model) {
    return state().phase().terminal() && toDispatch.isEmpty() && model.toJob().isEmpty();
  }

  private void step(SplittableRandom dice, ModelDispatch model) {
    switch (dice.nextInt(20)) {
      case 0 -> act(verb(dice));
      case 1 -> act(verb(dice));
      case 2 -> remind(dice);
      case 3 -> {
        if (dice.nextInt(3) == 0) {
          crash(dice, model);
        }
      }
      default -> talk(dice, model);
    }
    collect();
  }

  private void talk(SplittableRandom dice, ModelDispatch model) {
    switch (dice.nextInt(3)) {
      case 0 -> model.act();
      case 1 -> {
        if (!toDispatch.isEmpty()) {
          model.hear(toDispatch.remove());
        }
      }
      default -> {
        if (!model.toJob().isEmpty()) {
          job.runCommand(model.toJob().remove());
        }
      }
    }
  }

  /** Nobody meddles any more but to let the job go; timers go off now and then. */
  private void finish(SplittableRandom dice, ModelDispatch model, int i) {
    if (i % 50 == 0) {
      switch (state().phase()) {
        case ACCEPTED -> act("release");
        case PAUSED, PAUSING -> act("resume");
        default -> remind(dice);
      }
    }
    talk(dice, model);
    collect();
  }

  private void remind(SplittableRandom dice) {
    job.runCommand(
        dice.nextBoolean() ? JobCommand.Reminder.OFFER_AGAIN : JobCommand.Reminder.ASK_AGAIN);
  }

  private void crash(SplittableRandom dice, ModelDispatch model) {
    if (dice.nextBoolean()) {
      toDispatch.clear();
      model.crash();
    } else {
      collect();
      lost = asked - answered;
      var before = state();
      job.restart();
      assertThat(state()).isEqualTo(before);
    }
  }

  private static String verb(SplittableRandom dice) {
    var type = JobVerbs.ALL.get(dice.nextInt(JobVerbs.ALL.size()));
    return type.equals("cancel") && dice.nextInt(3) > 0 ? "pause" : type;
  }

  private void act(String type) {
    var number = Integer.toString(++asked % 3);
    var action =
        Action.of("action-" + asked, type)
            .with("item", number)
            .with("priority", "7")
            .with("port", "P" + number);
    job.runCommand(new JobCommand.Act(action, CAUSE, operator.ref()));
  }

  /** Whatever the job has said by now. */
  private void collect() {
    dispatch.ref().tell(MARK);
    for (var said = dispatch.receiveMessage(); !said.equals(MARK); ) {
      toDispatch.add(said);
      said = dispatch.receiveMessage();
    }
    var mark = new ActionAnswer("mark", Optional.empty(), "", 0, true, Optional.empty(), List.of());
    operator.ref().tell(mark);
    while (!operator.receiveMessage().equals(mark)) {
      answered++;
    }
  }

  private void check(ModelDispatch model) {
    var state = state();
    if (state.phase() == JobPhase.PAUSED || state.phase().terminal()) {
      assertThat(model.disturbing(state)).as("under way for %s", state).isEmpty();
    }
    if (state.phase().terminal()) {
      assertThat(model.carrier()).as("left behind by %s", state).isEmpty();
    }
  }

  private long acted() {
    return job.persistenceTestKit().persistedInStorage("job|" + ID).stream()
        .filter(e -> ((Recorded<?>) e).event() instanceof JobActed)
        .count();
  }
}
