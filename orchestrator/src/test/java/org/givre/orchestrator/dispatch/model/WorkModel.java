package org.givre.orchestrator.dispatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.givre.devices.dewar.DewarEvent;
import org.givre.devices.picker.PickerEvent;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.port.PortEvent;
import org.givre.devices.rack.RackEvent;
import org.givre.orchestrator.dispatch.DispatchEvent;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * What robots do, by what dispatch, pickers, dewars, ports and racks have journalled: which task is
 * whose, which is being done, what is in carriers. A job's own word counts for nothing here.
 */
final class WorkModel {
  private final Standings standings;
  private final Consumer<String> complaints;
  private final SortedMap<String, PickerTask> planned = new TreeMap<>();
  private final SortedMap<String, PickerTask> issued = new TreeMap<>();

  /** The task that each picker has. */
  private final SortedMap<String, PickerTask> taken = new TreeMap<>();

  /** The task whose work each picker's robot is doing. */
  private final SortedMap<String, PickerTask> working = new TreeMap<>();

  /** Tasks that pickers have ever taken. */
  private final SortedSet<String> begun = new TreeSet<>();

  private final SortedMap<String, String> holders = new TreeMap<>();
  private final SortedMap<JobId, List<Window>> lifts = new TreeMap<>();
  private final SortedMap<TubeId, Carriage> carried = new TreeMap<>();
  private final SortedMap<TubeId, Integer> picks = new TreeMap<>();
  private final SortedMap<TubeId, Integer> places = new TreeMap<>();
  private final SortedSet<TubeId> unloaded = new TreeSet<>();

  /** How jobs and devices stand at this point of the journal. */
  interface Standings {
    boolean isPaused(JobId job);

    boolean isOver(JobId job);

    String modeOf(Target target);
  }

  WorkModel(Standings standings, Consumer<String> complaints) {
    this.standings = standings;
    this.complaints = complaints;
  }

  SortedMap<TubeId, Carriage> carried() {
    return carried;
  }

  SortedSet<TubeId> unloaded() {
    return unloaded;
  }

  /** How often each tube was picked, and how often put back. */
  int picks(TubeId tube) {
    return picks.getOrDefault(tube, 0);
  }

  int places(TubeId tube) {
    return places.getOrDefault(tube, 0);
  }

  /** When racks were out to pick or place for the job. */
  List<Window> liftsFor(JobId job) {
    return lifts.getOrDefault(job, List.of());
  }

  /** Tasks that dispatch has issued for the job and not seen the end of. */
  List<String> issuedFor(JobId job) {
    return issued.entrySet().stream()
        .filter(task -> jobsOf(task.getValue()).contains(job))
        .map(task -> task.getKey())
        .toList();
  }

  /** Tasks that robots are doing for the job. */
  List<String> workFor(JobId job) {
    return working.values().stream()
        .filter(task -> jobsOf(task).contains(job))
        .map(PickerTask::taskId)
        .toList();
  }

  /** What must be empty in the end. */
  List<Object> leftOver() {
    return List.of(issued.keySet(), taken.keySet(), working.keySet(), holders, carried.keySet());
  }

  private SortedSet<JobId> jobsOf(PickerTask task) {
    var jobs = new TreeSet<JobId>();
    if (task instanceof LiftTask lift) {
      lift.picks().forEach(pick -> jobs.add(pick.job()));
    } else if (task instanceof PlaceTask place) {
      place.places().forEach(back -> jobs.add(back.job()));
    } else if (task instanceof UnloadTask unload) {
      unload.tubes().stream()
          .flatMap(tube -> Optional.ofNullable(carried.get(tube)).stream())
          .forEach(tube -> jobs.add(tube.job()));
    }
    return jobs;
  }

  private void must(boolean holds, Entry entry, String what) {
    if (!holds) {
      complaints.accept(what + " at " + entry);
    }
  }

  void hear(Entry entry) {
    if (entry.event() instanceof DispatchEvent event) {
      dispatched(event, entry);
    } else if (entry.event() instanceof PickerEvent event) {
      moved(event, entry);
    } else if (entry.event() instanceof RackEvent.RackLifted lifted) {
      must(lifted.missed().isEmpty(), entry, "a tube is unverified");
      var out = new Window(lifted.started(), lifted.ended());
      Optional.ofNullable(planned.get(lifted.taskId())).stream()
          .flatMap(task -> jobsOf(task).stream())
          .forEach(job -> lifts.computeIfAbsent(job, j -> new ArrayList<>()).add(out));
    } else {
      turns(entry);
    }
  }

  private void dispatched(DispatchEvent event, Entry entry) {
    if (event instanceof DispatchEvent.PlanAdopted plan) {
      plan.tasks().forEach(task -> planned.put(task.task().taskId(), task.task()));
    } else if (event instanceof DispatchEvent.TaskIssued issue) {
      var task = Optional.ofNullable(planned.get(issue.taskId())).orElseThrow();
      issued.put(issue.taskId(), task);
      checkIssue(task, entry);
    } else if (event instanceof DispatchEvent.TaskSettled settled) {
      must(issued.remove(settled.taskId()) != null, entry, "settled what was not issued");
      var refused = !begun.contains(settled.taskId());
      must(settled.succeeded() || settled.recalled() || refused, entry, "a task failed");
    }
  }

  private void checkIssue(PickerTask task, Entry entry) {
    if (!(task instanceof PlaceTask)) {
      var held = standings.modeOf(Target.SITE).equals("HELD");
      must(!held, entry, "issued while the site was held");
      jobsOf(task).forEach(job -> must(!standings.isPaused(job), entry, "issued for a paused job"));
    }
    if (task instanceof LiftTask) {
      jobsOf(task).forEach(job -> must(!standings.isOver(job), entry, "issued for " + job));
    }
  }

  private void moved(PickerEvent event, Entry entry) {
    var picker = entry.id();
    if (event instanceof PickerEvent.TaskTaken taking) {
      must(taken.put(picker, taking.task()) == null, entry, "it had a task");
      must(begun.add(taking.task().taskId()), entry, "taken twice");
      checkService(taking.task(), entry);
    } else if (event instanceof PickerEvent.TaskConcluded) {
      must(taken.remove(picker) != null, entry, "it had no task");
    } else if (event instanceof PickerEvent.OrderCreated order) {
      ordered(order, entry);
    } else if (event instanceof PickerEvent.OrderEnded ended) {
      must(ended.outcome() == PickerEvent.Outcome.SUCCEEDED, entry, "an order did not succeed");
      working.remove(picker);
    } else {
      tubeMoved(event, entry);
    }
  }

  private void checkService(PickerTask task, Entry entry) {
    var mode = standings.modeOf(new Target(Target.Kind.PICKER, entry.id()));
    must(!mode.equals("PAUSED"), entry, "taken by a paused picker");
    must(!mode.equals("DRAINED") || !(task instanceof LiftTask), entry, "lifted while draining");
  }

  private void ordered(PickerEvent.OrderCreated order, Entry entry) {
    if (order.purpose() == PickerEvent.Purpose.WORK) {
      var task = Optional.ofNullable(taken.get(entry.id())).orElseThrow();
      working.put(entry.id(), task);
      jobsOf(task).forEach(job -> must(!standings.isPaused(job), entry, "works for a paused job"));
    }
  }

  private void tubeMoved(PickerEvent event, Entry entry) {
    if (event instanceof PickerEvent.TubePicked picked) {
      var lift = (LiftTask) Optional.ofNullable(working.get(entry.id())).orElseThrow();
      var pick =
          lift.picks().stream().filter(p -> p.tube().equals(picked.tube())).findFirst().get();
      picks.merge(picked.tube(), 1, Integer::sum);
      var ride = new Carriage(entry.id(), pick.job(), pick.request(), lift.dewar(), entry.at());
      must(carried.put(picked.tube(), ride) == null, entry, "in two carriers");
    } else if (event instanceof PickerEvent.TubePlaced placed) {
      places.merge(placed.tube(), 1, Integer::sum);
      must(carried.remove(placed.tube()) != null, entry, "placed what was not carried");
    } else if (event instanceof PickerEvent.TubeUnloaded out) {
      must(carried.remove(out.tube()) != null, entry, "unloaded what was not carried");
      must(unloaded.add(out.tube()), entry, "unloaded twice");
    } else {
      must(!(event instanceof PickerEvent.TubeMissed), entry, "a tube was missed");
    }
  }

  /** Whose turn it is at dewars and ports. */
  private void turns(Entry entry) {
    var target = entry.persistenceId();
    if (entry.event() instanceof DewarEvent.OpeningGranted granted) {
      grant(new Target(Target.Kind.DEWAR, entry.id()), granted.taskId(), entry);
    } else if (entry.event() instanceof DewarEvent.OpeningReleased released) {
      must(holders.remove(target, released.taskId()), entry, "it had no turn");
    } else if (entry.event() instanceof PortEvent.DockGranted granted) {
      grant(new Target(Target.Kind.PORT, entry.id()), granted.taskId(), entry);
    } else if (entry.event() instanceof PortEvent.TubesReceived received) {
      var had = holders.remove(target, received.taskId());
      must(had || received.tubes().isEmpty(), entry, "it had no turn");
    }
  }

  private void grant(Target target, String taskId, Entry entry) {
    must(holders.put(target.persistenceId(), taskId) == null, entry, "somebody had it");
    must(standings.modeOf(target).equals("IN_SERVICE"), entry, "granted while out of service");
  }
}
