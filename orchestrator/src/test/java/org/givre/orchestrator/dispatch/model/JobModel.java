package org.givre.orchestrator.dispatch.model;

import static org.givre.orchestrator.job.JobPhase.ACCEPTED;
import static org.givre.orchestrator.job.JobPhase.CANCELLING;
import static org.givre.orchestrator.job.JobPhase.PAUSED;
import static org.givre.orchestrator.job.JobPhase.PAUSING;
import static org.givre.orchestrator.job.JobPhase.PLANNED;
import static org.givre.orchestrator.job.JobPhase.QUEUED;
import static org.givre.orchestrator.job.JobPhase.RUNNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.givre.orchestrator.job.JobEvent;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.orchestrator.job.Route;
import org.givre.plans.store.TubeId;

/** How a job must stand after its events, and which events it must not have. */
final class JobModel {
  private static final Set<JobPhase> OVER =
      Set.of(
          JobPhase.COMPLETED,
          JobPhase.COMPLETED_WITH_EXCEPTIONS,
          JobPhase.FAILED,
          JobPhase.EXPIRED,
          JobPhase.CANCELLED);

  private final Consumer<String> complaints;
  private final SortedSet<String> edges;
  private final TreeSet<String> openTasks = new TreeSet<>();
  private final TreeSet<String> endedTasks = new TreeSet<>();
  JobSpec spec;
  JobPhase phase;
  long revision = 1;
  boolean hold;
  boolean begun;
  int priority;
  Route route = Route.NONE;
  final CompanyModel company;
  List<RequestModel> requests;

  /**
   * A job as it was submitted.
   *
   * @param company how it may wait for others
   * @param edges of its table, to which those that it takes are added
   */
  JobModel(
      JobSpec spec, CompanyModel company, SortedSet<String> edges, Consumer<String> complaints) {
    this.spec = spec;
    this.company = company;
    this.edges = edges;
    this.complaints = complaints;
    hold = spec.hold();
    phase = hold ? ACCEPTED : QUEUED;
    priority = spec.priority();
    requests =
        IntStream.range(0, spec.requests().size()).mapToObj(i -> new RequestModel()).toList();
  }

  boolean over() {
    return OVER.contains(phase);
  }

  boolean rests() {
    return phase == PAUSING || phase == PAUSED;
  }

  boolean has(RequestPhase where) {
    return requests.stream().anyMatch(request -> request.phase == where);
  }

  boolean knowsEndOf(String taskId) {
    return endedTasks.contains(taskId);
  }

  /** Takes what has happened; everything but the record of an action changes something. */
  void hear(Entry entry) {
    if (entry.event() instanceof JobEvent.JobActed) {
      return;
    }
    var from = phase;
    change((JobEvent) entry.event(), entry);
    revision++;
    var edge = JobEdges.edge(entry.name(), from, phase);
    edges.add(edge);
    must(JobEdges.all().contains(edge), entry, "no such edge: " + edge);
  }

  private void must(boolean holds, Entry entry, String what) {
    if (!holds) {
      complaints.accept(what + " at " + entry + " with requests " + requests);
    }
  }

  private void change(JobEvent event, Entry entry) {
    if (event instanceof JobEvent.JobReleased) {
      hold = false;
      phase = QUEUED;
    } else if (event instanceof JobEvent.JobReprioritized changed) {
      priority = changed.priority();
    } else if (event instanceof JobEvent.JobRerouted changed) {
      route = changed.route();
    } else if (event instanceof JobEvent.JobPlanned planned) {
      phase = phase == QUEUED ? PLANNED : phase;
      for (int i = 0; i < requests.size(); i++) {
        requests.get(i).plan(Optional.ofNullable(planned.chosen().get(i)));
      }
    } else if (event instanceof JobEvent.CompanyAwaited awaited) {
      company.awaited(awaited.company()).ifPresent(wrong -> must(false, entry, wrong));
    } else if (event instanceof JobEvent.CompanyDeclined) {
      must(company.waits(), entry, "let go though it did not wait");
      company.declined();
    } else if (event instanceof JobEvent.JobUnplanned) {
      phase = phase == PLANNED ? QUEUED : phase;
      unplan();
    } else if (event instanceof JobEvent.ExposureShared shared) {
      taskEnded(shared);
    } else if (!rested(event, entry) && !served(event, entry)) {
      skippedOrLost(event, entry);
    }
  }

  private void unplan() {
    requests.forEach(request -> request.plan(Optional.empty()));
  }

  private void run() {
    begun = true;
    phase = phase == QUEUED || phase == PLANNED ? RUNNING : phase;
  }

  private void open(String taskId) {
    if (!endedTasks.contains(taskId)) {
      openTasks.add(taskId);
    }
  }

  private void taskEnded(JobEvent.ExposureShared shared) {
    if (openTasks.remove(shared.taskId()) || shared.tubeSeconds() > 0) {
      run();
    }
    endedTasks.add(shared.taskId());
    requests.stream()
        .filter(r -> r.phase == RequestPhase.PICKING && r.lift.equals(shared.taskId()))
        .forEach(r -> r.become(RequestPhase.RESERVED, r.tube));
  }

  /** Pauses and ends. */
  private boolean rested(JobEvent event, Entry entry) {
    if (event instanceof JobEvent.JobPausing) {
      phase = PAUSING;
      company.over();
    } else if (event instanceof JobEvent.JobPaused) {
      must(openTasks.isEmpty(), entry, "paused with " + openTasks);
      must(!has(RequestPhase.PICKING), entry, "paused while picking");
      phase = PAUSED;
      company.over();
      unplan();
    } else if (event instanceof JobEvent.JobResumed) {
      var runs = phase == PAUSING && begun;
      phase = runs ? RUNNING : QUEUED;
      if (!runs) {
        unplan();
      }
    } else if (event instanceof JobEvent.JobCancelling) {
      phase = CANCELLING;
      company.over();
      hold = false;
      unplan();
    } else if (event instanceof JobEvent.JobEnded ended) {
      end(ended, entry);
    } else {
      return false;
    }
    return true;
  }

  private void end(JobEvent.JobEnded ended, Entry entry) {
    must(!over(), entry, "it was over");
    must(openTasks.isEmpty(), entry, "ended with " + openTasks);
    if (ended.phase() == JobPhase.EXPIRED) {
      must(!begun, entry, "expired though it had begun");
      var passed = spec.deadlineAt().filter(at -> !at.isAfter(entry.at())).isPresent();
      must(passed, entry, "expired before its deadline " + spec.deadlineAt());
    } else if (ended.phase() == JobPhase.CANCELLED) {
      var out = has(RequestPhase.PICKING) || has(RequestPhase.IN_TRANSIT);
      must(!out, entry, "cancelled with tubes outside");
      requests.stream()
          .filter(request -> !request.over())
          .forEach(request -> request.become(RequestPhase.CANCELLED, Optional.empty()));
    } else {
      must(ended.phase() == outcome(), entry, "ended otherwise than its requests: " + outcome());
    }
    phase = ended.phase();
    company.over();
  }

  private JobPhase outcome() {
    if (requests.stream().anyMatch(request -> !request.over())) {
      return phase;
    }
    if (requests.stream().allMatch(request -> request.phase == RequestPhase.DELIVERED)) {
      return JobPhase.COMPLETED;
    }
    var lost = has(RequestPhase.NOT_FOUND) || has(RequestPhase.MISMATCH);
    return lost && !has(RequestPhase.DELIVERED)
        ? JobPhase.FAILED
        : JobPhase.COMPLETED_WITH_EXCEPTIONS;
  }

  /** What robots did. */
  private boolean served(JobEvent event, Entry entry) {
    if (event instanceof JobEvent.LiftJoined joined) {
      must(!knowsEndOf(joined.taskId()), entry, "the lift was over");
      run();
      open(joined.taskId());
      for (var i : joined.requests()) {
        var request = requests.get(i);
        must(!company.waits(i), entry, "lifted what waits for company");
        if (request.untouched()) {
          request.become(RequestPhase.PICKING, request.tube);
          request.lift = joined.taskId();
        }
      }
    } else if (event instanceof JobEvent.RequestPicked picked) {
      var request = requests.get(picked.request());
      var could = request.untouched() || request.phase == RequestPhase.PICKING;
      must(could, entry, "picked twice");
      must(candidates(picked.request()).contains(picked.tube()), entry, "no candidate");
      run();
      request.become(RequestPhase.IN_TRANSIT, Optional.of(picked.tube()));
    } else if (event instanceof JobEvent.RequestDelivered delivered) {
      var request = requests.get(delivered.request());
      must(request.carries(delivered.tube()), entry, "delivered what was not carried");
      run();
      open(delivered.taskId());
      request.become(RequestPhase.DELIVERED, Optional.of(delivered.tube()));
    } else if (event instanceof JobEvent.RequestReturned returned) {
      putBack(returned, entry);
    } else {
      return false;
    }
    return true;
  }

  private List<TubeId> candidates(int request) {
    return spec.requests().get(request).candidates();
  }

  private void putBack(JobEvent.RequestReturned returned, Entry entry) {
    var request = requests.get(returned.request());
    must(request.carries(returned.tube()), entry, "put back what was not carried");
    open(returned.taskId());
    if (phase == CANCELLING || request.unwanted) {
      request.become(RequestPhase.RETURNED, Optional.of(returned.tube()));
    } else {
      request.become(RequestPhase.PENDING, Optional.empty());
    }
  }

  private void skippedOrLost(JobEvent event, Entry entry) {
    if (event instanceof JobEvent.RequestSkipped skipped) {
      var request = requests.get(skipped.request());
      must(request.untouched(), entry, "skipped what was under way");
      request.become(RequestPhase.SKIPPED, Optional.empty());
    } else if (event instanceof JobEvent.RequestUnwanted unwanted) {
      var request = requests.get(unwanted.request());
      must(!request.over(), entry, "skipped what was over");
      request.unwanted = true;
    } else if (event instanceof JobEvent.RequestRetried retried) {
      var request = requests.get(retried.request());
      must(request.repeatable(), entry, "retried what was open");
      if (request.over()) {
        request.become(RequestPhase.PENDING, Optional.empty());
      }
      request.unwanted = false;
    } else if (event instanceof JobEvent.RequestFailed failed) {
      var request = requests.get(failed.request());
      must(request.untouched(), entry, "lost what was under way");
      request.become(failed.phase(), Optional.of(failed.tube()));
    } else {
      must(event instanceof JobEvent.JobBlocked, entry, "nobody expected this");
    }
  }

  /** All that an answer can be compared with. */
  SortedMap<String, Object> picture() {
    var picture = new TreeMap<String, Object>();
    picture.put("phase", phase);
    picture.put("hold", hold);
    picture.put("begun", begun);
    picture.put("priority", priority);
    picture.put("route", route);
    picture.put("company", new TreeSet<>(company.requests()));
    picture.put("requests", new ArrayList<>(requests.stream().map(Object::toString).toList()));
    picture.put("allowed", new JobRules(this).allowed());
    return picture;
  }
}
