package org.givre.orchestrator.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.RackTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanBounded;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * What dispatch has decided and not yet seen the end of.
 *
 * @param plan the last that was adopted
 * @param waiting tasks of that plan that no picker has yet, by id
 * @param issued tasks that pickers have, of this plan or an earlier one, by id
 * @param dropped tasks that the plan has replaced: what they would have picked may be free again
 * @param site whether an operator has stopped everything
 */
public record DispatchState(
    Optional<PlanAdopted> plan,
    SortedMap<String, PlannedTask> waiting,
    SortedMap<String, PlannedTask> issued,
    List<PlannedTask> dropped,
    SiteHold site) {
  private static final Comparator<PlannedTask> BY_START =
      Comparator.comparing(PlannedTask::start).thenComparing(task -> task.task().taskId());

  public DispatchState {
    waiting = Collections.unmodifiableSortedMap(new TreeMap<>(waiting));
    issued = Collections.unmodifiableSortedMap(new TreeMap<>(issued));
    dropped = List.copyOf(dropped);
  }

  /** Nothing was decided yet. */
  public static DispatchState empty() {
    return new DispatchState(
        Optional.empty(), new TreeMap<>(), new TreeMap<>(), List.of(), SiteHold.NEVER);
  }

  /** Version of the adopted plan; 0 before the first. */
  public long version() {
    return plan.map(PlanAdopted::version).orElse(0L);
  }

  DispatchState adopted(PlanAdopted adopted) {
    var next = new TreeMap<String, PlannedTask>();
    adopted.tasks().forEach(task -> next.put(task.task().taskId(), task));
    return new DispatchState(
        Optional.of(adopted), next, issued, List.copyOf(waiting.values()), site);
  }

  /** The state with a higher bound; this very state where the plan is another one. */
  DispatchState bounded(PlanBounded found) {
    return version() == found.version()
        ? new DispatchState(
            plan.map(adopted -> adopted.bounded(found.lowerBoundTubeSeconds())),
            waiting,
            issued,
            dropped,
            site)
        : this;
  }

  DispatchState issued(String taskId) {
    var task = waiting.get(taskId);
    if (task == null) {
      return this;
    }
    var left = new TreeMap<>(waiting);
    left.remove(taskId);
    var running = new TreeMap<>(issued);
    running.put(taskId, task);
    return new DispatchState(plan, left, running, dropped, site);
  }

  DispatchState settled(String taskId) {
    var running = new TreeMap<>(issued);
    running.remove(taskId);
    return new DispatchState(plan, waiting, running, dropped, site);
  }

  DispatchState with(SiteHold next) {
    return new DispatchState(plan, waiting, issued, dropped, next);
  }

  /** The task that {@code picker} does next, if it has nothing to do now. */
  public Optional<PlannedTask> next(PickerId picker) {
    var busy = issued.values().stream().anyMatch(task -> task.picker().equals(picker));
    return busy
        ? Optional.empty()
        : waiting.values().stream().filter(task -> task.picker().equals(picker)).min(BY_START);
  }

  /** The task that {@code picker} has. */
  public Optional<PlannedTask> issuedTo(PickerId picker) {
    return issued.values().stream().filter(task -> task.picker().equals(picker)).findFirst();
  }

  /** Whether a lift of the same rack comes first: deep picks wait for shallow ones. */
  public boolean waitsForRack(PlannedTask task) {
    return task.task() instanceof RackTask lift
        && open()
            .filter(other -> other.task() instanceof RackTask o && o.rack().equals(lift.rack()))
            .anyMatch(other -> BY_START.compare(other, task) < 0);
  }

  /** Tasks whose end is not known: issued or waiting. */
  public Stream<PlannedTask> open() {
    return Stream.concat(issued.values().stream(), waiting.values().stream());
  }

  /** Requests whose tube an open lift will pick. */
  public SortedSet<RequestKey> requestsToPick() {
    return picks(open().toList())
        .map(pick -> new RequestKey(pick.job(), pick.request()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Tubes that waiting lifts will pick. */
  public SortedSet<TubeId> tubesToPick() {
    return picks(waiting.values())
        .map(TubeToPick::tube)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Tubes that an open unload will deliver, or an open put-back will put back. */
  public SortedSet<TubeId> tubesLeaving() {
    var leaving = new TreeSet<TubeId>();
    open()
        .forEach(
            task -> {
              if (task.task() instanceof UnloadTask unload) {
                leaving.addAll(unload.tubes());
              } else if (task.task() instanceof PlaceTask place) {
                place.places().forEach(p -> leaving.add(p.tube().id()));
              }
            });
    return leaving;
  }

  /** Jobs that the plan serves, while any of its tasks is open. */
  public SortedSet<JobId> jobsInProgress() {
    var jobs = new TreeSet<JobId>();
    picks(open().toList()).forEach(pick -> jobs.add(pick.job()));
    if (open().findAny().isPresent()) {
      plan.ifPresent(adopted -> jobs.addAll(adopted.jobs()));
    }
    return jobs;
  }

  /** Whether a picker was given something for {@code job} that has not ended. */
  public boolean isBegun(JobId job) {
    return picks(issued.values()).anyMatch(pick -> pick.job().equals(job));
  }

  /** What waiting lifts pick, by rack and job. */
  public SortedMap<RackId, SortedMap<JobId, List<TubeId>>> toReserve() {
    return byRackAndJob(
        waiting.values().stream()
            .filter(task -> task.task() instanceof LiftTask)
            .flatMap(DispatchState::claims));
  }

  /** What dropped tasks had claimed in racks and no open one does, by rack and job. */
  public SortedMap<RackId, SortedMap<JobId, List<TubeId>>> toFree() {
    var kept = open().flatMap(DispatchState::claims).collect(Collectors.toCollection(HashSet::new));
    return byRackAndJob(
        dropped.stream().flatMap(DispatchState::claims).filter(claim -> !kept.contains(claim)));
  }

  /**
   * What a rack has set aside for jobs though no open task claims it: the word to free it was lost.
   */
  public SortedMap<JobId, List<TubeId>> stale(RackPicture rack) {
    var claims =
        open().flatMap(DispatchState::claims).collect(Collectors.toCollection(HashSet::new));
    var stale = new TreeMap<JobId, List<TubeId>>();
    rack.found()
        .forEach(
            (tube, found) ->
                found
                    .holder()
                    .filter(job -> !claims.contains(new Claim(rack.rack(), job, tube)))
                    .ifPresent(
                        job -> stale.computeIfAbsent(job, j -> new ArrayList<>()).add(tube)));
    return stale;
  }

  /** A tube that a rack has set aside for a job, or whose well it keeps for one. */
  private record Claim(RackId rack, JobId job, TubeId tube) {}

  private static Stream<Claim> claims(PlannedTask task) {
    if (task.task() instanceof LiftTask lift) {
      return lift.picks().stream().map(pick -> new Claim(lift.rack(), pick.job(), pick.tube()));
    }
    return task.task() instanceof PlaceTask place
        ? place.places().stream().map(p -> new Claim(place.rack(), p.job(), p.tube().id()))
        : Stream.empty();
  }

  private static Stream<TubeToPick> picks(Collection<PlannedTask> tasks) {
    return tasks.stream()
        .filter(task -> task.task() instanceof LiftTask)
        .flatMap(task -> ((LiftTask) task.task()).picks().stream());
  }

  private static SortedMap<RackId, SortedMap<JobId, List<TubeId>>> byRackAndJob(
      Stream<Claim> claims) {
    var racks = new TreeMap<RackId, SortedMap<JobId, List<TubeId>>>();
    claims.forEach(
        claim ->
            racks
                .computeIfAbsent(claim.rack(), rack -> new TreeMap<>())
                .computeIfAbsent(claim.job(), job -> new ArrayList<>())
                .add(claim.tube()));
    return racks;
  }
}
