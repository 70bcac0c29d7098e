package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.Obstacles;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.LiftGroups;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A large store whose jobs all have deadlines that a plan without them meets with time to spare, or
 * by far not.
 */
class LooseDeadlinesTest {
  private static final int DEWARS = 20;
  private static final int RACKS = 200;
  private static final int LEVELS = 8;
  private static final int JOBS = 30;
  private static final int REQUESTS_PER_JOB = 35;
  private static final int ALTERNATIVES = 3;
  private static final double SLACK = 1.15;
  private static final double HOPELESS = 0.3;

  private static final Instance FREE = store(new SplittableRandom(1));
  private static final Judged UNHURRIED = judged(FREE, 200);
  private static Instance loose = FREE;

  @BeforeAll
  static void givesDeadlines() {
    loose = Changed.jobs(FREE, job -> withDeadline(job, SLACK));
  }

  @Test
  void servesAllAtOnceNotMuchWarmerThanWithout() {
    assertAboutAsCold(judged(loose, 0), judged(FREE, 0));
  }

  @Test
  void servesAllInTheEndNotMuchWarmerThanWithout() {
    assertAboutAsCold(judged(loose, 200), UNHURRIED);
  }

  @Test
  void givesTheSamePlanForTheSameIterations() {
    var once = judged(loose, 100).planned().plan();
    assertThat(judged(loose, 100).planned().plan()).isEqualTo(once);
  }

  /** Each repair draws a few numbers. */
  @Test
  void triesFewRepairsWhereDeadlinesCannotBeMet() {
    var hopeless = Changed.jobs(FREE, job -> withDeadline(job, HOPELESS));
    var problem = Problem.orderless(hopeless);
    var assignment = new Assignment(problem, new LiftGroups(problem));
    var drawn = new AtomicInteger();
    var random = new SplittableRandom(1);
    RandomGenerator counting =
        () -> {
          drawn.incrementAndGet();
          return random.nextLong();
        };
    var draft = new Construction(assignment, new Obstacles(assignment), counting).build();
    assertThat(draft.isValid()).isTrue();
    assertThat(draft.served()).isPositive().isLessThan(problem.demands.length);
    assertThat(drawn).hasValueBetween(1, 1_500);
  }

  private static void assertAboutAsCold(Judged judged, Judged without) {
    assertThat(judged.verdict().violations()).isEmpty();
    assertThat(judged.verdict().exposure().totalTs())
        .isLessThan(1.002 * without.verdict().exposure().totalTs());
  }

  private static Judged judged(Instance instance, int iterations) {
    var stop = StopCondition.afterIterations(iterations);
    return Judged.of(instance, new WarmthPlanner().plan(instance, 1, stop)).assertHonest();
  }

  private static InstanceJob withDeadline(InstanceJob job, double slack) {
    double delivered = UNHURRIED.verdict().jobDeliveredSeconds().getOrDefault(job.id(), 0.0);
    return job(job.id(), OptionalDouble.of(slack * delivered), job.requests());
  }

  private static InstanceJob job(int id, OptionalDouble deadline, List<Request> requests) {
    double priority = 1 << id % 3;
    var port = OptionalInt.empty();
    return new InstanceJob(
        id, priority, 0, OptionalDouble.of(0), deadline, port, List.of(), requests);
  }

  private static Instance store(SplittableRandom random) {
    var dewars = new ArrayList<InstanceDewar>();
    for (int dewar = 0; dewar < DEWARS; dewar++) {
      double x = 1.5 * (dewar % 10);
      double y = dewar < 10 ? 0 : 1.8;
      dewars.add(
          new InstanceDewar(dewar, x, y, 1, 0.06, 0.1, 12, 0, 0.8, Optional.empty(), List.of()));
    }
    var racks = new ArrayList<InstanceRack>();
    for (int rack = 0; rack < RACKS; rack++) {
      racks.add(rack(rack));
    }
    var pickers = new ArrayList<InstancePicker>();
    var all = dewars.stream().map(InstanceDewar::id).toList();
    for (int picker = 0; picker < 4; picker++) {
      pickers.add(
          new InstancePicker(
              picker, 0, 0.9, 0.6, 0.6, 24, all, List.of(0), 0, List.of(), List.of()));
    }
    var tubes = new ArrayList<InstanceTube>();
    var jobs = new ArrayList<InstanceJob>();
    for (int job = 0; job < JOBS; job++) {
      jobs.add(job(job, OptionalDouble.empty(), requests(job, tubes, random)));
    }
    return new Instance(
        "loose",
        1,
        0,
        Weights.DEFAULT,
        Prices.DEFAULT,
        Timing.DEFAULT,
        dewars,
        racks,
        tubes,
        pickers,
        List.of(new InstancePort(0, 7, 0.9, 60, 96, List.of())),
        jobs,
        List.of());
  }

  private static InstanceRack rack(int id) {
    var unlimited = Collections.nCopies(LEVELS, Double.POSITIVE_INFINITY);
    var boxes = Collections.nCopies(LEVELS, 70);
    return new InstanceRack(id, id % DEWARS, id / DEWARS, boxes, unlimited, unlimited, 0, 0);
  }

  private static List<Request> requests(
      int job, List<InstanceTube> tubes, SplittableRandom random) {
    var requests = new ArrayList<Request>();
    for (int i = 0; i < REQUESTS_PER_JOB; i++) {
      var alternatives = new ArrayList<Integer>();
      for (int j = 0; j < ALTERNATIVES; j++) {
        int rack = random.nextInt(RACKS);
        int level = 1 + random.nextInt(LEVELS);
        alternatives.add(tubes.size());
        tubes.add(new InstanceTube(tubes.size(), rack, level, InstanceTube.UNLIMITED_SECONDS));
      }
      requests.add(new Request(job * REQUESTS_PER_JOB + i, alternatives));
    }
    return requests;
  }
}
