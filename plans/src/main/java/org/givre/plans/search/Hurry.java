package org.givre.plans.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.HurriedJobs;
import org.givre.plans.search.rack.TimePrices;
import org.givre.plans.search.schedule.Schedule;
import org.givre.plans.search.schedule.Schedule.Miss;

/**
 * Which jobs need lifts of their own for their deadlines, and what a second until their picks costs
 * at first. Whoever has a deadline but is in time among all others is not hurried: lifts of one's
 * own are what warms most.
 */
final class Hurry {
  /** Price of a second before deadlines that is tried first, in weighted tube-seconds. */
  private static final double FIRST_PRICE = 32;

  /** About: pick, unloading, and a share of the lift and of the way. */
  private static final double SECONDS_PER_REQUEST = 12;

  /** About, where everyone shares lifts. */
  private static final double REQUESTS_PER_LIFT = 4;

  private Hurry() {}

  /**
   * Whose deadlines will surely press, and the price; nobody's where all can be done in time, in
   * order of their deadlines, in lifts that they share with others.
   */
  static TimePrices expected(Problem problem) {
    double lifts = Math.max(1, problem.demands.length / REQUESTS_PER_LIFT);
    double perLift = REQUESTS_PER_LIFT * SECONDS_PER_REQUEST / Math.max(1, problem.pickers.length);
    var jobs = problem.jobs.clone();
    Arrays.sort(jobs, Comparator.comparingDouble(job -> job.deadline));
    int[] requests = new int[jobs.length];
    for (var demand : problem.demands) {
      requests[demand.job.index]++;
    }
    var hurried = HurriedJobs.NONE;
    int sum = 0;
    for (var job : jobs) {
      sum += requests[job.index];
      double lifted = lifts * (1 - Math.exp(-sum / lifts));
      if (problem.now + lifted * perLift > job.deadline) {
        hurried = hurried.and(List.of(job));
      }
    }
    return TimePrices.NONE
        .withHurried(hurried)
        .withBeforeDeadline(hurried.indices().isEmpty() ? 0 : FIRST_PRICE);
  }

  /** The jobs of requests that are late. */
  static List<Job> late(Schedule schedule) {
    return schedule.late().stream().map(Miss::demand).map(d -> d.job).distinct().toList();
  }

  /**
   * Other jobs are in a hurry, too, or, where all those are already, seconds become dearer.
   *
   * @param late jobs that miss their deadlines
   * @param dearer factor
   */
  static TimePrices raised(TimePrices prices, List<Job> late, double dearer) {
    var hurried = prices.hurried().and(late);
    double price = prices.beforeDeadline();
    return hurried.equals(prices.hurried())
        ? prices.withBeforeDeadline(Math.max(FIRST_PRICE, dearer * price))
        : prices.withHurried(hurried).withBeforeDeadline(Math.max(FIRST_PRICE, price));
  }
}
