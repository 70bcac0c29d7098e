package org.givre.orchestrator.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.TaskTaken;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerEvent.TubeUnloaded;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanBounded;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskIssued;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskSettled;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.view.JobPlan.Figures;
import org.givre.orchestrator.view.JobPlan.Step;
import org.givre.orchestrator.view.JobPlan.StepState;
import org.givre.orchestrator.view.PlanBook.OpenStep;
import org.givre.orchestrator.view.PlanBook.OpenSteps;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.TubeId;

/** Plans, their tasks and the orders given for them. Not thread-safe. */
final class TaskBook {
  private final Map<String, PickerTask> tasks = new HashMap<>();
  private final Map<String, String> taskByOrder = new HashMap<>();
  private final Map<String, String> taskByPicker = new HashMap<>();
  private final Map<String, Entry> planned = new HashMap<>();
  private final List<Entry> waiting = new ArrayList<>();
  private final Map<TubeId, JobId> pickedFor = new HashMap<>();
  private final SortedMap<Long, Figures> plans = new TreeMap<>();
  private final Map<JobId, List<Entry>> byJob = new HashMap<>();
  private final Map<JobId, Long> versionByJob = new HashMap<>();
  private final PlanBook versions = new PlanBook();

  /** A task of a plan, and how many of its tubes are for which job. */
  private static final class Entry {
    private final PlannedTask task;
    private final SortedMap<JobId, Integer> tubes;
    private StepState state = StepState.PLANNED;

    private Entry(PlannedTask task, SortedMap<JobId, Integer> tubes) {
      this.task = task;
      this.tubes = tubes;
    }

    private SortedSet<JobId> jobs() {
      return new TreeSet<>(tubes.keySet());
    }

    /** A job's share of the exposure: as many parts as it has tubes. */
    private OpenStep openStep(JobId job) {
      var all = tubes.values().stream().mapToInt(Integer::intValue).sum();
      var own = tubes.getOrDefault(job, 0);
      return new OpenStep(task, task.exposureTubeSeconds() * own / all);
    }

    private Step step() {
      return new Step(task, state);
    }
  }

  void addTo(EventHandlers handlers) {
    handlers
        .on(PlanAdopted.class, this::adopted)
        .on(PlanBounded.class, this::bounded)
        .on(TaskIssued.class, (e, at) -> progress(e.taskId(), StepState.RUNNING))
        .on(TaskSettled.class, this::settled)
        .on(TaskTaken.class, this::taken)
        .on(OrderCreated.class, this::ordered)
        .on(TubeUnloaded.class, (e, at) -> pickedFor.remove(e.tube()))
        .on(TubePlaced.class, (e, at) -> pickedFor.remove(e.tube()));
  }

  private void adopted(PlanAdopted e, FeedEvent at) {
    var before = openSteps();
    waiting.forEach(this::withdraw);
    waiting.clear();
    e.tasks().forEach(task -> claim(task.task()));
    for (var task : e.tasks()) {
      if (!planned.containsKey(task.task().taskId())) {
        plan(new Entry(task, tubesByJob(task.task())));
      }
    }
    versions.adopted(e, at, before, openSteps());
    plans.put(e.version(), Figures.of(e));
    e.jobs().forEach(job -> versionByJob.put(job, e.version()));
  }

  private void bounded(PlanBounded e, FeedEvent at) {
    plans.computeIfPresent(
        e.version(), (version, figures) -> figures.bounded(e.lowerBoundTubeSeconds()));
  }

  private OpenSteps openSteps() {
    var open = new OpenSteps();
    for (var entry : waiting) {
      entry.jobs().forEach(job -> open.add(job, entry.openStep(job)));
    }
    return open;
  }

  private void withdraw(Entry entry) {
    planned.remove(entry.task.task().taskId());
    tasks.remove(entry.task.task().taskId());
    entry.jobs().forEach(job -> stepsOf(job).remove(entry));
  }

  private void claim(PickerTask task) {
    if (task instanceof LiftTask lift) {
      lift.picks().forEach(pick -> pickedFor.put(pick.tube(), pick.job()));
    }
  }

  private void plan(Entry entry) {
    var id = entry.task.task().taskId();
    planned.put(id, entry);
    tasks.put(id, entry.task.task());
    waiting.add(entry);
    entry.jobs().forEach(job -> stepsOf(job).add(entry));
  }

  private List<Entry> stepsOf(JobId job) {
    return byJob.computeIfAbsent(job, none -> new ArrayList<>());
  }

  private SortedMap<JobId, Integer> tubesByJob(PickerTask task) {
    var tubes = new TreeMap<JobId, Integer>();
    if (task instanceof LiftTask lift) {
      lift.picks().forEach(pick -> tubes.merge(pick.job(), 1, Integer::sum));
    } else if (task instanceof UnloadTask unload) {
      unload.tubes().stream()
          .map(pickedFor::get)
          .filter(Objects::nonNull)
          .forEach(job -> tubes.merge(job, 1, Integer::sum));
    } else if (task instanceof PlaceTask put) {
      put.places().forEach(place -> tubes.merge(place.job(), 1, Integer::sum));
    }
    return tubes;
  }

  private void progress(String taskId, StepState state) {
    var entry = planned.get(taskId);
    if (entry != null) {
      entry.state = state;
      waiting.remove(entry);
    }
  }

  private void settled(TaskSettled e, FeedEvent at) {
    progress(e.taskId(), stateOf(e));
  }

  private static StepState stateOf(TaskSettled e) {
    if (e.recalled()) {
      return StepState.RECALLED;
    }
    return e.succeeded() ? StepState.DONE : StepState.FAILED;
  }

  private void taken(TaskTaken e, FeedEvent at) {
    tasks.putIfAbsent(e.task().taskId(), e.task());
    claim(e.task());
    taskByPicker.put(at.owner(), e.task().taskId());
    progress(e.task().taskId(), StepState.RUNNING);
  }

  private void ordered(OrderCreated e, FeedEvent at) {
    var task = taskByPicker.get(at.owner());
    if (task != null) {
      taskByOrder.put(e.orderId(), task);
    }
  }

  Optional<PickerTask> task(String taskId) {
    return Optional.ofNullable(tasks.get(taskId));
  }

  Optional<PickerTask> taskOfOrder(String orderId) {
    return Optional.ofNullable(taskByOrder.get(orderId)).flatMap(this::task);
  }

  /** The job for which an order picks {@code tube} or puts it back. */
  Optional<JobId> jobOf(String orderId, TubeId tube) {
    return taskOfOrder(orderId).flatMap(task -> jobOf(task, tube));
  }

  private static Optional<JobId> jobOf(PickerTask task, TubeId tube) {
    if (task instanceof LiftTask lift) {
      var picks = lift.picks().stream().filter(pick -> pick.tube().equals(tube));
      return picks.findFirst().map(TubeToPick::job);
    } else if (task instanceof PlaceTask put) {
      var places = put.places().stream().filter(place -> place.tube().id().equals(tube));
      return places.findFirst().map(TubeToPlace::job);
    }
    return Optional.empty();
  }

  /** The task of an order that puts tubes back. */
  Optional<PlaceTask> placing(String orderId) {
    return taskOfOrder(orderId).filter(PlaceTask.class::isInstance).map(PlaceTask.class::cast);
  }

  /** The port of an unload's order. */
  Optional<PortId> portOf(String orderId) {
    return taskOfOrder(orderId)
        .filter(UnloadTask.class::isInstance)
        .map(unload -> ((UnloadTask) unload).port());
  }

  /** What is said of a plan as a whole. */
  Optional<Figures> figures(long version) {
    return Optional.ofNullable(plans.get(version));
  }

  /** The latest plan with a place for {@code job}, and every step that was or will be its. */
  Optional<JobPlan> plan(JobId job) {
    return Optional.ofNullable(versionByJob.get(job)).map(version -> planOf(job, version));
  }

  private JobPlan planOf(JobId job, long version) {
    var steps =
        byJob.getOrDefault(job, List.of()).stream()
            .map(Entry::step)
            .sorted(Comparator.comparing(step -> step.task().start()))
            .toList();
    var figures = plans.get(version);
    if (figures == null) {
      throw new IllegalStateException("Job %s names plan %d, unknown".formatted(job, version));
    }
    return new JobPlan(figures, steps, versions.versions(job));
  }
}
