package org.givre.orchestrator.dispatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.givre.orchestrator.job.JobEvent;
import org.givre.orchestrator.job.JobPhase;
import org.givre.plans.store.JobId;

/** What holds while jobs are paused, and how long they took to get there. */
final class Rests {
  private final WorkModel work;
  private final CarrierLimit carriers;
  private final Consumer<String> complaints;
  private final SortedMap<JobId, Instant> pausedAt = new TreeMap<>();
  private final SortedMap<JobId, List<Window>> paused = new TreeMap<>();
  private final SortedMap<JobId, Pausing> pausing = new TreeMap<>();
  private final List<Pause> pauses = new ArrayList<>();

  /** A job on its way to a pause that somebody asked for. */
  private record Pausing(Instant asked, Instant promised) {}

  /**
   * A pause that somebody asked for while something was under way.
   *
   * @param seconds of engine time until the job was paused
   * @param kept whether that was by the time first promised
   */
  record Pause(double seconds, boolean kept) {}

  Rests(WorkModel work, CarrierLimit carriers, Consumer<String> complaints) {
    this.work = work;
    this.carriers = carriers;
    this.complaints = complaints;
  }

  /** Pauses that took their time. */
  List<Pause> pauses() {
    return pauses;
  }

  /** Takes an event of a job that has come from one phase to another by it. */
  void hear(Entry entry, JobPhase before, JobModel job) {
    var id = new JobId(entry.id());
    if (entry.event() instanceof JobEvent.JobPausing event && !job.over()) {
      if (before != JobPhase.PAUSED && before != JobPhase.PAUSING) {
        pausing.put(id, new Pausing(entry.at(), event.promisedAt()));
      }
    } else if (entry.event() instanceof JobEvent.JobPaused) {
      checkRest(entry, id, job);
      Optional.ofNullable(pausing.remove(id)).ifPresent(since -> add(since, entry.at()));
    } else if (job.phase != JobPhase.PAUSING) {
      pausing.remove(id);
    }
    if (before != JobPhase.PAUSED && job.phase == JobPhase.PAUSED) {
      pausedAt.put(id, entry.at());
    } else if (before == JobPhase.PAUSED && job.phase != JobPhase.PAUSED) {
      endPause(id, entry.at());
    }
  }

  private void add(Pausing since, Instant at) {
    var took = Duration.between(since.asked(), at).toNanos() / 1e9;
    pauses.add(new Pause(took, !at.isAfter(since.promised())));
  }

  private void checkRest(Entry entry, JobId id, JobModel job) {
    var working = work.workFor(id);
    if (!working.isEmpty()) {
      complaints.accept("robots are doing " + working + " at " + entry);
    }
    var issued = work.issuedFor(id).stream().filter(task -> !job.knowsEndOf(task)).toList();
    if (!issued.isEmpty()) {
      complaints.accept("under way are " + issued + " at " + entry);
    }
  }

  private void endPause(JobId id, Instant at) {
    var since = Optional.ofNullable(pausedAt.remove(id)).orElseThrow();
    work.carried()
        .forEach(
            (tube, ride) -> {
              if (ride.job().equals(id)) {
                carriers.check(ride, tube, new Window(since, at));
              }
            });
    paused.computeIfAbsent(id, job -> new ArrayList<>()).add(new Window(since, at));
  }

  /** Whether racks stayed in the cold while their jobs were paused, once all is read. */
  void finish() {
    paused.forEach(
        (job, windows) ->
            windows.forEach(
                window ->
                    work.liftsFor(job).stream()
                        .filter(window::overlaps)
                        .forEach(
                            lift ->
                                complaints.accept(
                                    "%s was paused %s, but lifted %s"
                                        .formatted(job, window, lift)))));
  }
}
