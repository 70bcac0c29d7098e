package org.givre.orchestrator.dispatch;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.picker.PickerTask;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Noted;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.Withhold;
import org.givre.plans.store.JobId;

/**
 * Tells jobs what is under way for them. A job that rests must have noted that something is about
 * to be done for it before a picker hears of that: what is paused is cold.
 */
final class Standings {
  private final DispatchSite site;
  private final Workload workload;
  private final TaskProgress progress;
  private final JobDesk jobs;

  /** Tasks that are about to be issued, with the jobs that have noted it. */
  private final SortedMap<String, SortedSet<JobId>> announced = new TreeMap<>();

  Standings(DispatchSite site, Workload workload, TaskProgress progress, JobDesk jobs) {
    this.site = site;
    this.workload = workload;
    this.progress = progress;
    this.jobs = jobs;
  }

  /**
   * Tells how things stand.
   *
   * @param question the one that this answers; empty where the job has not asked
   */
  void tell(DispatchState state, Offered job, Optional<String> question) {
    jobs.tellStanding(job, question, of(job.job(), state));
  }

  /** Nothing is begun for the job until it offers itself again; it is told what is under way. */
  void withhold(DispatchState state, Withhold withhold) {
    workload.withhold(withhold.job());
    workload
        .of(withhold.job())
        .ifPresentOrElse(
            job -> tell(state, job, Optional.of(withhold.question())),
            () -> jobs.askForOffers(List.of(withhold.job())));
  }

  /** Tells everybody who waits for it. */
  void tellAll(DispatchState state) {
    workload.awaitingStanding().forEach(job -> tell(state, job, Optional.empty()));
  }

  private Standing of(JobId job, DispatchState state) {
    var soon = Collections.unmodifiableSet(announced.keySet());
    return Standing.of(job, state, workload, new Standing.Times(progress, soon, site.time().now()));
  }

  /** Whether all who rest have noted that {@code task} is to be issued; those who have not hear. */
  boolean isKnown(DispatchState state, PickerTask task) {
    var aware = announced.computeIfAbsent(task.taskId(), id -> new TreeSet<>());
    var unaware =
        workload.jobsOf(task).stream()
            .filter(job -> !aware.contains(job))
            .flatMap(job -> workload.of(job).stream())
            .filter(offer -> offer.intent() == Intent.PAUSE)
            .toList();
    unaware.forEach(job -> jobs.tellAnnounced(job, task.taskId(), of(job.job(), state)));
    return unaware.isEmpty();
  }

  /** A job has noted that something is to be done for it. */
  void noted(Noted noted) {
    Optional.ofNullable(announced.get(noted.taskId())).ifPresent(aware -> aware.add(noted.job()));
  }

  /** The plan has changed, and with it what comes next. */
  void forgetAnnounced() {
    announced.clear();
  }
}
