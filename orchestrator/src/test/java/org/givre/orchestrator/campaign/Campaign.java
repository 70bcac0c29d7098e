package org.givre.orchestrator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Kills an engine round by round, lets it finish, and judges. All that is chosen follows from the
 * seed; what happens does not, since processes run as they like.
 */
final class Campaign {
  /** For what remains when the kills are over. */
  private static final double FAST = 400;

  private static final Duration LONGEST_END = Duration.ofMinutes(5);

  /** From ready to killed, with room: triggers wait for some 12 s, then some seconds at random. */
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

  private final long seed;
  private final Path data;
  private final SplittableRandom chance;
  private final Triggers triggers;
  private final Lims lims;
  private final Operator operator;
  private final Pace pace;
  private final Observer observer = new Observer();
  private final Tally tally = new Tally();

  /**
   * A campaign in a directory of its own.
   *
   * @param jobs submitted besides the pick lists
   */
  Campaign(String name, long seed, int jobs) throws IOException {
    this.seed = seed;
    this.data = Path.of("target", "campaign", "%s-%d".formatted(name, seed)).toAbsolutePath();
    this.chance = new SplittableRandom(seed);
    this.triggers = new Triggers(chance.split());
    this.lims = new Lims(JobMix.of(chance.split(), jobs));
    this.pace = new Pace(chance.split());
    this.operator = new Operator(new Verbs(chance.split()));
    delete();
    Files.createDirectories(data.getParent());
  }

  /** The kills, the end of all work, and the verdict. */
  Tally run(List<Kind> rounds) throws Exception {
    var round = 0;
    try {
      for (var kind : rounds) {
        if (kind != Kind.IMPORT && round > 0 && rounds.get(round - 1) == Kind.IMPORT) {
          calmly(FAST, Campaign::importEverything);
        }
        round++;
        pace.set(lims.tubes() - tally.gone(), rounds.size() - round + 1);
        say("round %d of %d: %s".formatted(round, rounds.size(), round(round, kind)));
      }
      report();
      var truth = finish();
      calmly(FAST, api -> judge(api, truth));
    } catch (Exception | AssertionError failure) {
      throw new AssertionError(
          "Campaign with seed %d failed after round %d; its data directory is kept: %s"
              .formatted(seed, round, data),
          failure);
    }
    delete();
    return tally;
  }

  private void report() {
    tally.figures().forEach(this::say);
    operator.figures().forEach((verb, figures) -> say(verb + ": " + figures));
    say("tubes that were out when the kills were over: " + tally.gone());
    say(
        "submissions repeated %d, of these durable before %d"
            .formatted(lims.repeats(), lims.replays()));
  }

  private String round(int number, Kind kind) throws Exception {
    var speed = pace.speed(kind);
    try (var life = Life.start(data, speed, observer)) {
      if (kind == Kind.RECOVERY) {
        triggers.awaitInRecovery(life);
      } else {
        life.awaitReady();
        life.invite(visit(kind));
        triggers.await(kind, life, speed);
      }
      var kill = life.kill(number, kind);
      tally.add(kill);
      pace.lived(kill.aliveSeconds());
      return "%s at speed %.0f: %s%s"
          .formatted(
              kind,
              speed,
              kill.truth().motions(),
              kill.underway().isEmpty() ? "" : "; unanswered " + kill.underway());
    }
  }

  private Visit visit(Kind kind) {
    return switch (kind) {
      case IMPORT -> Campaign::importEverything;
      case SUBMISSION ->
          api -> {
            operator.relent(api);
            repeatedly(3, () -> lims.submitNext(api));
          };
      case COMMAND -> api -> repeatedly(4, () -> operator.act(api));
      case MOTION, ANY_MOMENT ->
          api -> {
            operator.relent(api);
            repeatedly(2, () -> lims.submitNext(api));
            repeatedly(3, () -> operator.act(api));
          };
      case PUT_BACK ->
          api -> {
            operator.relent(api);
            bringBack(api);
          };
      case RECOVERY -> api -> {};
    };
  }

  /** Something that a client does. */
  private interface Step {
    void take() throws NoAnswer;
  }

  private static void repeatedly(int times, Step step) throws NoAnswer {
    for (int i = 0; i < times; i++) {
      step.take();
    }
  }

  /** The engine is killed before the wait is over, if no tube comes into a carrier. */
  private void bringBack(ApiClient api) throws NoAnswer, InterruptedException {
    var found = observer.comesTrue(() -> operator.bringBack(api), Event::ofItem, LONGEST_ROUND);
    assertThat(found).as("a tube in a carrier, or the end of the engine").isTrue();
  }

  private static void importEverything(ApiClient api) throws NoAnswer {
    api.post("/v1/inventory:import", DemoFiles.inventory(), "Content-Type", "text/csv").expect(200);
  }

  /** A life that is not cut short. */
  private void calmly(double speed, Visit visit) throws Exception {
    try (var life = Life.start(data, speed, observer)) {
      visit.pay(life.awaitReady());
      life.stop();
    }
  }

  /** Lets all work be done and kills the engine a last time; then nobody is left to ask. */
  private Truth finish() throws Exception {
    try (var life = Life.start(data, FAST, observer)) {
      var api = life.awaitReady();
      operator.letEverythingGo(api);
      submitTheRest(api);
      operator.letEverythingGo(api);
      awaitTheEnd(api);
      return life.kill(tally.kills() + 1, Kind.MOTION).truth();
    }
  }

  private void judge(ApiClient api, Truth truth) throws NoAnswer {
    var testimony = new Verdict.Testimony(lims, operator, observer);
    assertThat(Verdict.of(api, truth, testimony)).as("what is not as it should be").isEmpty();
    assertThat(data.resolve("givre.log")).content().doesNotContain(" ERROR ");
  }

  private void submitTheRest(ApiClient api) throws NoAnswer {
    var deadline = Deadline.in(LONGEST_END);
    while (!lims.done()) {
      assertThat(deadline.isOver()).as("orders that the engine does not take").isFalse();
      lims.submitNext(api);
    }
  }

  private void awaitTheEnd(ApiClient api) throws NoAnswer, InterruptedException {
    if (!observer.comesTrue(() -> Verbs.openJobs(api).isEmpty(), Event::ofJob, LONGEST_END)) {
      throw new AssertionError("These jobs do not end: " + Verbs.openJobs(api));
    }
  }

  private void say(String text) {
    System.out.println("campaign " + seed + ": " + text);
  }

  private void delete() throws IOException {
    Files.deleteIfExists(Life.output(data));
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
