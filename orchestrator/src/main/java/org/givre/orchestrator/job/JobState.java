package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
 * @param begun whether a robot has begun with it; then its deadline cannot end it any more
 * @param priority now, 1 to 9
 * @param route which way its undone work is to go
 * @param company how it waits for others that need the same racks
 * @param goesAlone whether an operator has let it go: it waits for nobody
 * @param promisedAt when it will be paused or cancelled, while it is on the way to that and it can
 *     be told
 * @param underway for it, as far as it was told, while it is on the way to a pause or its end
 * @param plan empty before it was planned, and where the adopted plan has no place for it
 * @param actualTubeSeconds its share of the exposure so far
 * @param openTasks tasks of pickers that have begun to serve it and whose end it has not heard of
 * @param endedTasks tasks whose share of exposure it has
 * @param reason why it ended as it did, or is being cancelled; empty while it goes on
 */
public record JobState(
    JobId id,
    JobSpec spec,
    JobPhase phase,
    long revision,
    Instant submittedAt,
    boolean hold,
    boolean begun,
    int priority,
    Route route,
    CompanyWait company,
    boolean goesAlone,
    Optional<Instant> promisedAt,
    List<Underway> underway,
    List<Blocker> blockers,
    Optional<PlanShare> plan,
    double actualTubeSeconds,
    List<RequestState> requests,
    SortedSet<String> openTasks,
    SortedSet<String> endedTasks,
    String reason) {
  public JobState {
    underway = List.copyOf(underway);
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
      Instant etaP95) {
    /** The same with another bound of the whole plan. */
    public PlanShare bounded(double tubeSeconds) {
      return new PlanShare(
          version, predictedTubeSeconds, OptionalDouble.of(tubeSeconds), etaP50, etaP95);
    }
  }

  /** A job that was accepted {@code at}. */
  public static JobState of(JobId id, JobSpec spec, Instant at) {
    return new JobState(
        id,
        spec,
        spec.hold() ? JobPhase.ACCEPTED : JobPhase.QUEUED,
        1,
        at,
        spec.hold(),
        false,
        spec.priority(),
        Route.NONE,
        CompanyWait.NEVER,
        false,
        Optional.empty(),
        List.of(),
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
   * Those of {@code events} that are news one after the other, and what follows from them: skipped
   * requests that nothing is under way for any more, and the job's end.
   */
  List<JobEvent> news(List<JobEvent> events, Instant at) {
    var news = new ArrayList<JobEvent>();
    var next = addNews(events, at, news);
    if (!news.isEmpty()) {
      next = next.addNews(next.letGo(next::isLetGo), at, news);
      next.ended().ifPresent(news::add);
    }
    return news;
  }

  private JobState addNews(List<JobEvent> events, Instant at, List<JobEvent> news) {
    var state = this;
    for (var event : events) {
      var next = state.after(event, at);
      if (next.revision() != state.revision()) {
        news.add(event);
        state = next;
      }
    }
    return state;
  }

  /** Whether the task is over that a skipped request had to wait for. */
  private boolean isLetGo(RequestState request) {
    return request.skip().stream()
        .map(RequestState.Skip::taskId)
        .allMatch(task -> task.isEmpty() || endedTasks.contains(task));
  }

  /** The state after all of {@code events}. */
  JobState after(List<JobEvent> events, Instant at) {
    return addNews(events, at, new ArrayList<>());
  }

  private Optional<JobEvent> ended() {
    return ending().map(how -> new JobEvent.JobEnded(how, shortfall()));
  }

  private String shortfall() {
    var parts = new ArrayList<String>();
    part(parts, count(RequestPhase::failed), "failed");
    part(parts, count(RequestPhase::skipped), "were skipped");
    return String.join(", ", parts);
  }

  private void part(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add("%d of %d requests %s".formatted(count, requests.size(), what));
    }
  }

  private long count(Predicate<RequestPhase> which) {
    return requests.stream().map(RequestState::phase).filter(which).count();
  }

  /** Whether a request stands there. */
  boolean has(RequestPhase where) {
    return count(where::equals) > 0;
  }

  /**
   * Requests that were skipped while something was under way for them, and need not wait any more.
   *
   * @param free whether nothing is under way for a request whose tube was not picked
   */
  List<JobEvent> letGo(Predicate<RequestState> free) {
    return requests.stream()
        .filter(request -> request.untouched() && free.test(request))
        .flatMap(request -> request.skip().stream().map(skip -> skipped(request, skip)))
        .toList();
  }

  private static JobEvent skipped(RequestState request, RequestState.Skip skip) {
    return new JobEvent.RequestSkipped(request.index(), skip.reason());
  }

  /** Its end when the deadline passes before anything was begun. */
  JobEvent expired() {
    var deadline = spec.deadlineAt().map(Instant::toString).orElse("");
    return new JobEvent.JobEnded(
        JobPhase.EXPIRED, "the deadline " + deadline + " passed before the first lift");
  }

  /**
   * How it ends: known once every request and every task that served it is over. A job that is
   * being cancelled ends when dispatch says that nothing is under way.
   */
  Optional<JobPhase> ending() {
    if (phase.terminal()
        || phase == JobPhase.CANCELLING
        || !openTasks.isEmpty()
        || count(RequestPhase::terminal) < requests.size()) {
      return Optional.empty();
    }
    var delivered = count(RequestPhase.DELIVERED::equals);
    if (delivered == requests.size()) {
      return Optional.of(JobPhase.COMPLETED);
    }
    var failed = delivered == 0 && count(RequestPhase::failed) > 0;
    return Optional.of(failed ? JobPhase.FAILED : JobPhase.COMPLETED_WITH_EXCEPTIONS);
  }

  /** Whether some of it waits for company. */
  public boolean waits() {
    return company.isWaiting();
  }

  /** Whether it waits for dispatch to do something. */
  boolean wantsService() {
    return !phase.terminal() && !hold;
  }

  /**
   * Whether it goes on only once dispatch says that nothing is under way for it, or a part of it.
   */
  boolean awaitsStanding() {
    return phase == JobPhase.PAUSING
        || phase == JobPhase.CANCELLING
        || requests.stream().anyMatch(request -> request.unwanted() && request.untouched());
  }

  /** Whether its deadline ends it by itself: dispatch does not look after a job that rests. */
  boolean expiresAlone() {
    return !begun && (hold || phase == JobPhase.PAUSED);
  }

  /** Whether its deadline has passed. */
  boolean overdue(Instant now) {
    return spec.deadlineAt().filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Actions that would change something now, in the order in which they are shown. */
  public List<String> allowed() {
    return JobVerbs.allowed(this);
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
    return new JobNotice.Offered(
        id, spec, submittedAt, begun, priority, route, company, goesAlone, intent(), open(), why);
  }

  /** Requests that are not over. */
  public List<JobNotice.OpenRequest> open() {
    return requests.stream().filter(r -> !r.phase().terminal()).map(this::open).toList();
  }

  private JobNotice.OpenRequest open(RequestState request) {
    return new JobNotice.OpenRequest(
        request.index(), candidatesLeft(request), request.carriedTube(), request.unwanted());
  }

  /** What it wants of dispatch. */
  JobNotice.Intent intent() {
    return switch (phase) {
      case PAUSING, PAUSED -> JobNotice.Intent.PAUSE;
      case CANCELLING -> JobNotice.Intent.CANCEL;
      default -> JobNotice.Intent.SERVE;
    };
  }
}
