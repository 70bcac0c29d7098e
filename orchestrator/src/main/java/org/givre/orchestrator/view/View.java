package org.givre.orchestrator.view;

import akka.Done;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.givre.devices.action.ActionEvent;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.rack.RackEvent.TubesImported;
import org.givre.orchestrator.feed.EventCatalogue;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.feed.TaskLookup;
import org.givre.orchestrator.job.JobEvent;
import org.givre.orchestrator.job.JobEvent.JobSubmitted;
import org.givre.plans.store.JobId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/**
 * The read models: one writer applies the journal in order, any number of readers look. An event is
 * seen by readers wholly or not at all.
 */
public final class View implements Progress {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final EventHandlers handlers = new EventHandlers();
  private final TaskBook tasks = new TaskBook();
  private final JobBook jobs = new JobBook();
  private final TubeBook tubes;
  private final TubeView tubeView;
  private final JobView jobView = new JobReader();
  private final SubmissionBook submissions = new SubmissionBook();
  private final SubmissionView submissionView =
      (key, wallNow) -> read(() -> submissions.withKey(key, wallNow));
  private final AuditBook audit = new AuditBook();
  private final AuditView auditView = new AuditReader();
  private final EventCatalogue catalogue = new EventCatalogue(new Lookup());
  private final Waiters waiters;

  /** Racks that each import has reached; only of imports that somebody waits for is it asked. */
  private final Map<String, Integer> racksByImport = new HashMap<>();

  private volatile long applied;
  private volatile boolean caughtUp;

  /** An empty view; those who wait are woken on {@code executor}. */
  public View(StoreDefinition store, Executor executor) {
    tubes = new TubeBook(store, tasks);
    tubeView = new TubeReader(tubes, new LedgerReader(tubes, store), this::read);
    waiters = new Waiters(executor);
    tasks.addTo(handlers);
    tubes.addTo(handlers);
    handlers.on(JobSubmitted.class, submissions::submitted);
    handlers.on(TubesImported.class, (e, at) -> racksByImport.merge(e.importId(), 1, Integer::sum));
  }

  /** Takes in the next event; only ever called by one thread at a time. */
  public void apply(FeedEvent event) {
    lock.writeLock().lock();
    try {
      handlers.handle(event);
      if (event.event() instanceof JobEvent happened) {
        jobs.apply(happened, event);
      }
      if (event.event() instanceof ActionEvent acted) {
        audit.acted(acted, event);
      }
      catalogue
          .of(event)
          .ifPresent(shown -> shown.jobs().forEach(job -> jobs.concern(job, event.offset())));
      applied = event.offset();
    } finally {
      lock.writeLock().unlock();
    }
    waiters.wake();
  }

  /** Says that everything is applied that was in the journal at the start. */
  public void caughtUpNow() {
    caughtUp = true;
  }

  private <T> T read(Supplier<T> reading) {
    lock.readLock().lock();
    try {
      return reading.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  public TubeView tubes() {
    return tubeView;
  }

  public JobView jobs() {
    return jobView;
  }

  public SubmissionView submissions() {
    return submissionView;
  }

  public AuditView audit() {
    return auditView;
  }

  /** Public forms of events; of those alone that are applied. */
  public EventCatalogue catalogue() {
    return catalogue;
  }

  @Override
  public long appliedOffset() {
    return applied;
  }

  @Override
  public boolean caughtUp() {
    return caughtUp;
  }

  @Override
  public CompletionStage<Done> awaitApplied(long offset) {
    return waiters.await(() -> applied >= offset);
  }

  @Override
  public CompletionStage<Done> awaitImported(String importId, int racks) {
    return waiters.await(() -> read(() -> racksByImport.getOrDefault(importId, 0) >= racks));
  }

  /** Looks things up for the catalogue, which is asked by the writer and by readers. */
  private final class Lookup implements TaskLookup {
    @Override
    public Optional<PickerTask> task(String taskId) {
      return read(() -> tasks.task(taskId));
    }

    @Override
    public Optional<PickerTask> taskOfOrder(String orderId) {
      return read(() -> tasks.taskOfOrder(orderId));
    }

    @Override
    public Optional<JobId> jobOf(TubeId tube, long offset) {
      return read(() -> tubes.jobOf(tube, offset));
    }
  }

  /** The audit book behind the lock. */
  private final class AuditReader implements AuditView {
    @Override
    public List<AuditEntry> entries(long floor, int limit) {
      return read(() -> audit.entries(floor, limit));
    }

    @Override
    public String head() {
      return read(audit::head);
    }
  }

  /** The job and task books behind the lock. */
  private final class JobReader implements JobView {
    @Override
    public int count() {
      return read(jobs::size);
    }

    @Override
    public Optional<JobSummary> job(JobId id) {
      return read(() -> jobs.job(id).map(this::bounded));
    }

    /** A bound may have been found after the job was told its plan's. */
    private JobSummary bounded(JobSummary job) {
      var share = job.plan().filter(plan -> plan.lowerBoundTubeSeconds().isPresent());
      return share
          .flatMap(plan -> tasks.figures(plan.version()))
          .map(plan -> job.bounded(plan.lowerBoundTubeSeconds()))
          .orElse(job);
    }

    @Override
    public CompanySaving saving() {
      return read(jobs::saving);
    }

    @Override
    public List<JobSummary> jobs(
        JobFilter filter, boolean newestFirst, Optional<JobId> after, int limit) {
      return read(
          () -> jobs.jobs(filter, newestFirst, after, limit).stream().map(this::bounded).toList());
    }

    @Override
    public long[] eventOffsets(JobId job, long floor, int limit) {
      return read(() -> jobs.offsets(job, floor, limit));
    }

    @Override
    public Optional<JobPlan> plan(JobId job) {
      return read(() -> tasks.plan(job));
    }
  }
}
