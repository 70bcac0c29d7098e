package org.givre.orchestrator.dispatch.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.plans.instance.Timing;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * What each job has of a set of tasks: a lift's exposure is split by picks, a put-back's and an
 * unload's by tubes.
 *
 * <p>The later estimate of a delivery (p95) is the planned one with a tenth of the time until then
 * and a minute on top: an assumption, until faults and waiting times have been measured.
 */
public final class PlanShares {
  private static final double LATE_FRACTION = 0.1;
  private static final Duration LATE_MARGIN = Duration.ofMinutes(1);
  private static final double NANOS = 1e9;

  private final Timing timing;
  private final SortedMap<TubeId, RequestKey> carried = new TreeMap<>();
  private final SortedMap<JobId, Double> tubeSeconds = new TreeMap<>();
  private final SortedMap<JobId, Instant> lastDelivery = new TreeMap<>();
  private final SortedMap<JobId, SortedMap<Integer, TubeId>> chosen = new TreeMap<>();

  /**
   * Shares of {@code tasks}.
   *
   * @param carried what is in carriers already, and for whom
   */
  public PlanShares(
      Timing timing, Collection<PlannedTask> tasks, SortedMap<TubeId, RequestKey> carried) {
    this.timing = timing;
    this.carried.putAll(carried);
    var lifts = tasks.stream().filter(task -> task.task() instanceof LiftTask).toList();
    lifts.forEach(task -> addLift(task, (LiftTask) task.task()));
    tasks.stream()
        .filter(task -> task.task() instanceof PlaceTask)
        .forEach(task -> addPutBack(task, (PlaceTask) task.task()));
    tasks.stream()
        .filter(task -> task.task() instanceof UnloadTask)
        .forEach(task -> addUnload(task, (UnloadTask) task.task()));
  }

  private void addLift(PlannedTask task, LiftTask lift) {
    var share = task.exposureTubeSeconds() / lift.picks().size();
    for (var pick : lift.picks()) {
      tubeSeconds.merge(pick.job(), share, Double::sum);
      carried.put(pick.tube(), new RequestKey(pick.job(), pick.request()));
      chosen.computeIfAbsent(pick.job(), j -> new TreeMap<>()).put(pick.request(), pick.tube());
    }
  }

  private void addPutBack(PlannedTask task, PlaceTask place) {
    var share = task.exposureTubeSeconds() / place.places().size();
    place.places().forEach(tube -> tubeSeconds.merge(tube.job(), share, Double::sum));
  }

  private void addUnload(PlannedTask task, UnloadTask unload) {
    var share = task.exposureTubeSeconds() / unload.tubes().size();
    for (int i = 0; i < unload.tubes().size(); i++) {
      var after = (unload.tubes().size() - 1 - i) * timing.unloadSeconds();
      var at = task.end().minusNanos(Math.round(after * NANOS));
      Optional.ofNullable(carried.get(unload.tubes().get(i)))
          .map(RequestKey::job)
          .ifPresent(job -> addDelivery(job, share, at));
    }
  }

  private void addDelivery(JobId job, double share, Instant at) {
    tubeSeconds.merge(job, share, Double::sum);
    lastDelivery.merge(job, at, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Jobs that the tasks serve. */
  public SortedSet<JobId> jobs() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(tubeSeconds.keySet()));
  }

  /** The job's share of the exposure, weighted tube-seconds. */
  public double tubeSeconds(JobId job) {
    return tubeSeconds.getOrDefault(job, 0.0);
  }

  /** When the job's last tube is delivered, as planned. */
  public Optional<Instant> lastDelivery(JobId job) {
    return Optional.ofNullable(lastDelivery.get(job));
  }

  /** When it is delivered at the latest, as a rule. */
  public static Instant late(Instant planned, Instant now) {
    var left = Duration.between(now, planned);
    var slip = left.isNegative() ? Duration.ZERO : left;
    return planned.plusNanos(Math.round(slip.toNanos() * LATE_FRACTION)).plus(LATE_MARGIN);
  }

  /** Tube by request of the job, of lifts. */
  public SortedMap<Integer, TubeId> chosen(JobId job) {
    return Collections.unmodifiableSortedMap(chosen.getOrDefault(job, new TreeMap<>()));
  }
}
