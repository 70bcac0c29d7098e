package org.givre.orchestrator.dispatch.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.givre.devices.sim.LoadedTube;
import org.givre.orchestrator.job.JobSpec.TubeRequest;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.store.PortId;

/** Writes the steps of one script. */
final class ScriptWriter {
  /** Few enough tubes that jobs are in each other's way. */
  private static final int TUBES = 16;

  private final Chance chance;
  private final VerbChoice verbs;
  private final double speed;
  private final List<String> tubes;
  private final List<Step> steps = new ArrayList<>();
  private final Optional<Chance> due;
  private final List<String> submitted = new ArrayList<>();

  /**
   * A writer.
   *
   * @param due decides when jobs are due; empty where they have no due times
   */
  ScriptWriter(Chance chance, double speed, List<LoadedTube> inventory, Optional<Chance> due) {
    this.chance = chance;
    this.due = due;
    this.speed = speed;
    verbs = new VerbChoice(chance);
    var wanted = new TreeSet<String>();
    while (wanted.size() < TUBES) {
      wanted.add(chance.pick(inventory).tube().id().value());
    }
    tubes = List.copyOf(wanted);
  }

  List<Step> write() {
    var jobs = chance.number(2, 6);
    var scenes = chance.number(12, 22);
    for (int scene = 0; scene < scenes; scene++) {
      if (submitted.size() * scenes <= scene * jobs) {
        submit();
      }
      scene();
    }
    return steps;
  }

  private void submit() {
    var job = "job-" + (submitted.size() + 1);
    submitted.add(job);
    var requests = new ArrayList<TubeRequest>();
    for (int i = chance.number(1, 9); i > 0; i--) {
      requests.add(request());
    }
    steps.add(
        new Step.Submit(
            job,
            requests,
            chance.number(1, 10),
            chance.oneIn(8),
            seconds(10, 10, 200),
            due(),
            seconds(8, 20, 900),
            chance.oneIn(6) ? Optional.of(new PortId(port())) : Optional.empty()));
  }

  private TubeRequest request() {
    var candidates = new TreeSet<String>();
    for (int n = chance.oneIn(2) ? 1 : chance.number(2, 4); n > 0; n--) {
      candidates.add(chance.pick(tubes));
    }
    return SampleJobs.anyOf(candidates.toArray(String[]::new));
  }

  /** Two of three jobs, mostly so late that they may wait for long. */
  private Optional<Duration> due() {
    return due.filter(how -> !how.oneIn(3))
        .map(how -> Duration.ofSeconds(how.oneIn(4) ? how.number(5, 60) : how.number(60, 2_000)));
  }

  private Optional<Duration> seconds(int oneIn, int least, int bound) {
    return chance.oneIn(oneIn)
        ? Optional.of(Duration.ofSeconds(chance.number(least, bound)))
        : Optional.empty();
  }

  private String port() {
    return chance.word("P1 P2");
  }

  /** Something happens, or a few things that belong together. */
  private void scene() {
    var which = chance.number(0, 100);
    if (which < 40) {
      var job = job();
      steps.add(wait(job, chance.oneIn(2) ? Step.Sight.PICKING : Step.Sight.CARRIED));
      steps.add(new Step.Say(Target.job(job), verbs.forJob()));
    } else if (which < 55) {
      var job = job();
      steps.add(wait(job, chance.pick(List.of(Step.Sight.values()))));
      steps.add(new Step.Say(Target.job(job), verbs.forJob()));
    } else if (which < 65) {
      steps.add(new Step.Say(Target.job(job()), verbs.forJob()));
    } else if (which < 78) {
      steps.add(new Step.Say(device(), List.of(verbs.forDevice())));
    } else if (which < 83) {
      steps.add(new Step.Say(Target.SITE, List.of(verbs.forSite())));
    } else if (which < 92) {
      restart();
    } else {
      letGo();
    }
  }

  private void restart() {
    steps.add(
        switch (chance.number(0, 8)) {
          case 0 -> new Step.SayAndRestart(device(), verbs.forDevice());
          case 1, 2, 3 -> new Step.SayAndRestart(Target.job(job()), verbs.oneForJob());
          default -> new Step.Restart();
        });
  }

  /** Everything goes on that was stopped. */
  private void letGo() {
    steps.add(new Step.Say(Target.SITE, List.of(Verb.of("release"))));
    for (var device : Target.devices()) {
      steps.add(new Step.Say(device, List.of(Verb.of("resume"), Verb.of("returnToService"))));
    }
    submitted.forEach(
        job ->
            steps.add(
                new Step.Say(Target.job(job), List.of(Verb.of("release"), Verb.of("resume")))));
  }

  private Step wait(String job, Step.Sight until) {
    var most = Duration.ofMillis(Math.round(chance.number(100, 500) * speed));
    return new Step.Wait(job, until, most);
  }

  /** Mostly the last; now and then one that does not exist yet. */
  private String job() {
    if (chance.oneIn(20)) {
      return "job-" + (submitted.size() + 1);
    }
    return submitted.get(
        Math.max(chance.number(0, submitted.size()), chance.number(0, submitted.size())));
  }

  private Target device() {
    return chance.pick(Target.devices());
  }
}
