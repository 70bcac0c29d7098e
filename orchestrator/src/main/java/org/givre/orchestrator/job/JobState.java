package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * How a job stands: what the API shows of it, and the rules by which it goes on. A terminal job
 * never changes again.
 *
 * @param revision rises with every event that changes something
 * @param submittedAt engine time
 * @param hold whether it waits for a release
 * @param plan empty before it was planned, and where the adopted plan has no place for it
 * @param actualTubeSeconds its share of the exposure so far
 * @param openTasks tasks of pickers that have begun to serve it and whose end it has not heard of
 * @param endedTasks tasks whose share of exposure it has
 * @param reason why it ended as it did; empty while it goes on
 */
public record JobState(
    JobId id,
    JobSpec spec,
    JobPhase phase,
    long revision,
    Instant submittedAt,
    boolean hold,
    List<Blocker> blockers,
    Optional<PlanShare> plan,
    double actualTubeSeconds,
    List<RequestState> requests,
    SortedSet<String> openTasks,
    SortedSet<String> endedTasks,
    String reason) {
  public JobState {
    blockers = List.copyOf(blockers);
    requests = List.copyOf(requests);
    openTasks = new TreeSet<>(openTasks);
    endedTasks = new TreeSet<>(endedTasks);
  }

  /**
   * The job's part in the adopted plan.
   *
   * @param predictedTubeSeconds of the whole job: what it had when the plan was adopted, and what
   *     the plan adds
   */
  public record PlanShare(
      long version,
      double predictedTubeSeconds,
      OptionalDouble lowerBoundTubeSeconds,
      Instant etaP50,
      Instant etaP95) {}

  /** A job that was accepted {@code at}. */
  public static JobState of(JobId id, JobSpec spec, Instant at) {
    return new JobState(
        id,
        spec,
        spec.hold() ? JobPhase.ACCEPTED : JobPhase.QUEUED,
        1,
        at,
        spec.hold(),
        List.of(),
        Optional.empty(),
        0,
        IntStream.range(0, spec.requests().size()).mapToObj(RequestState::pending).toList(),
        new TreeSet<>(),
        new TreeSet<>(),
        "");
  }

  /** The state after {@code event}; this very state where it changes nothing. */
  public JobState after(JobEvent event, Instant at) {
    return event.after(this, at);
  }

  /** This state with {@code change} made, unless it is terminal or the change is none. */
  JobState changed(Consumer<JobDraft> change) {
    if (phase.terminal()) {
      return this;
    }
    var draft = new JobDraft(this);
    change.accept(draft);
    var next = draft.toState(revision);
    return next.equals(this) ? this : draft.toState(revision + 1);
  }

  /**
   * Those of {@code events} that are news one after the other, and the job's end where it follows.
   */
  List<JobEvent> news(List<JobEvent> events, Instant at) {
    var news = new ArrayList<JobEvent>();
    var state = this;
    for (var event : events) {
      var next = state.after(event, at);
      if (next.revision() != state.revision()) {
        news.add(event);
        state = next;
      }
    }
    if (!news.isEmpty()) {
      state.ended().ifPresent(news::add);
    }
    return news;
  }

  private Optional<JobEvent> ended() {
    var failed = requests.stream().filter(r -> r.phase() != RequestPhase.DELIVERED).count();
    var reason = failed == 0 ? "" : "%d of %d requests failed".formatted(failed, requests.size());
    return ending().map(how -> new JobEvent.JobEnded(how, reason));
  }

  /** Its end when the deadline passes before anything was begun. */
  JobEvent expired() {
    var deadline = spec.deadlineAt().map(Instant::toString).orElse("");
    return new JobEvent.JobEnded(
        JobPhase.EXPIRED, "the deadline " + deadline + " passed before the first lift");
  }

  /** How it ends: known once every request and every task that served it is over. */
  Optional<JobPhase> ending() {
    if (phase.terminal()
        || !openTasks.isEmpty()
        || requests.stream().anyMatch(r -> !r.phase().terminal())) {
      return Optional.empty();
    }
    var delivered = requests.stream().filter(r -> r.phase() == RequestPhase.DELIVERED).count();
    if (delivered == requests.size()) {
      return Optional.of(JobPhase.COMPLETED);
    }
    return Optional.of(delivered == 0 ? JobPhase.FAILED : JobPhase.COMPLETED_WITH_EXCEPTIONS);
  }

  /** Whether it waits for dispatch to do something. */
  boolean wantsService() {
    return !phase.terminal() && !hold;
  }

  /** Whether its deadline has passed. */
  boolean overdue(Instant now) {
    return spec.deadlineAt().filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Whether a robot has begun with it. */
  boolean begun() {
    return phase == JobPhase.RUNNING;
  }

  /** {@code blockers}, each since when the job first heard of it. */
  List<Blocker> since(List<Blocker> latest) {
    return latest.stream().map(this::first).toList();
  }

  private Blocker first(Blocker blocker) {
    return blockers.stream().filter(blocker::same).findFirst().orElse(blocker);
  }

  /** Whether no other candidate is left for {@code request}. */
  boolean lastCandidate(int request, TubeId missed) {
    return candidatesLeft(requests.get(request)).stream().allMatch(missed::equals);
  }

  private List<TubeId> candidatesLeft(RequestState request) {
    return request.left(spec.requests().get(request.index()).candidates());
  }

  /** The job as dispatch needs to know it. */
  JobNotice.Offered offer(JobNotice.Why why) {
    var open = requests.stream().filter(r -> !r.phase().terminal()).map(this::open).toList();
    return new JobNotice.Offered(id, spec, submittedAt, begun(), open, why);
  }

  private JobNotice.OpenRequest open(RequestState request) {
    var carried = request.tube().filter(tube -> request.phase() == RequestPhase.IN_TRANSIT);
    return new JobNotice.OpenRequest(request.index(), candidatesLeft(request), carried);
  }
}
