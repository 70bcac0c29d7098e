package org.givre.orchestrator.view;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.job.JobEvent;
import org.givre.orchestrator.job.JobEvent.JobSubmitted;
import org.givre.orchestrator.job.JobState;
import org.givre.plans.store.JobId;

/** Every job in short, and where its events are. Not thread-safe. */
final class JobBook {
  private final NavigableMap<JobId, Entry> jobs = new TreeMap<>();
  private CompanySaving saving = CompanySaving.NONE;

  /** A job; its requests are kept for as long as it goes on. */
  private static final class Entry {
    private final LongColumn offsets = new LongColumn();
    private Optional<JobState> going;
    private Optional<JobSummary> over = Optional.empty();

    private Entry(JobState accepted) {
      going = Optional.of(accepted);
    }

    private void after(JobEvent event, FeedEvent at) {
      going = going.map(state -> state.after(event, at.at()));
      if (going.stream().anyMatch(state -> state.phase().terminal())) {
        over = going.map(JobSummary::of);
        going = Optional.empty();
      }
    }

    private boolean waits() {
      return going.filter(JobState::waits).isPresent();
    }

    private OptionalDouble saved() {
      return over.map(JobSummary::savedTubeSeconds).orElse(OptionalDouble.empty());
    }

    private JobSummary summary() {
      return over.or(() -> going.map(JobSummary::of)).orElseThrow();
    }
  }

  /** Takes in an event of a job. */
  void apply(JobEvent event, FeedEvent at) {
    var id = new JobId(at.owner());
    if (event instanceof JobSubmitted submitted) {
      jobs.put(id, new Entry(JobState.of(id, submitted.spec(), at.at())));
    } else {
      changed(known(id), event, at);
    }
  }

  private void changed(Entry job, JobEvent event, FeedEvent at) {
    var waited = job.waits();
    var wasOver = job.over.isPresent();
    job.after(event, at);
    if (waited != job.waits()) {
      saving = saving.waiting(waited ? -1 : 1);
    }
    if (!wasOver) {
      job.saved().ifPresent(tubeSeconds -> saving = saving.served(tubeSeconds));
    }
  }

  /** What waiting for company has come to. */
  CompanySaving saving() {
    return saving;
  }

  private Entry known(JobId id) {
    var entry = jobs.get(id);
    if (entry == null) {
      throw new IllegalStateException(
          "The journal has events of job %s before its first".formatted(id));
    }
    return entry;
  }

  /** Notes that the event at {@code offset} concerns {@code job}. */
  void concern(JobId job, long offset) {
    var entry = jobs.get(job);
    if (entry != null) {
      entry.offsets.add(offset);
    }
  }

  int size() {
    return jobs.size();
  }

  Optional<JobSummary> job(JobId id) {
    return Optional.ofNullable(jobs.get(id)).map(Entry::summary);
  }

  /** Up to {@code limit} jobs that {@code filter} accepts, on from {@code after}. */
  List<JobSummary> jobs(JobFilter filter, boolean newestFirst, Optional<JobId> after, int limit) {
    var ordered = newestFirst ? jobs.descendingMap() : jobs;
    var rest = after.map(id -> ordered.tailMap(id, false)).orElse(ordered);
    var found = new ArrayList<JobSummary>();
    for (var entry : rest.values()) {
      if (found.size() == limit) {
        break;
      }
      var job = entry.summary();
      if (filter.accepts(job)) {
        found.add(job);
      }
    }
    return found;
  }

  /** Where up to {@code limit} events of the job are, after {@code floor}. */
  long[] offsets(JobId job, long floor, int limit) {
    var entry = jobs.get(job);
    return entry == null ? new long[0] : entry.offsets.above(floor, limit);
  }
}
