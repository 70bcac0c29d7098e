package org.givre.orchestrator.job;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.givre.devices.action.Action;
import org.givre.devices.action.Refusals;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;

/**
 * The rules by which a job decides what is asked of it.
 *
 * @param standing what is under way for the job, where {@link #needsStanding} says that it counts
 */
record JobVerbs(JobState job, Standing standing) {
  /** Of an item or a priority: more digits than any job has items. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  private static final int LOWEST_PRIORITY = 1;
  private static final int HIGHEST_PRIORITY = 9;

  /** Everything that can be asked of a job, in the order in which it is shown. */
  static final List<String> ALL =
      List.of(
          "release",
          "pause",
          "resume",
          "cancel",
          "reprioritize",
          "reroute",
          "skipItem",
          "retryItem");

  /** Whether {@code action} can be decided only once dispatch holds still for the job. */
  static boolean needsStanding(JobState job, Action action) {
    if (action.refusalAt(job.revision()).isPresent() || !job.wantsService()) {
      return false;
    }
    return switch (action.type()) {
      case "pause" -> job.intent() == Intent.SERVE;
      case "skipItem" ->
          job.intent() != Intent.CANCEL
              && request(job, action).filter(JobVerbs::isSkippable).isPresent();
      default -> false;
    };
  }

  /** Those that would change something now, with the right arguments. */
  static List<String> allowed(JobState job) {
    return ALL.stream().filter(type -> isAllowed(job, type)).toList();
  }

  private static boolean isAllowed(JobState job, String type) {
    if (job.phase().terminal() || job.intent() == Intent.CANCEL) {
      return false;
    }
    return switch (type) {
      case "release" -> job.hold() || job.company().isWaiting();
      case "pause" -> !job.hold() && job.intent() == Intent.SERVE;
      case "resume" -> job.intent() == Intent.PAUSE;
      case "skipItem" -> job.requests().stream().anyMatch(JobVerbs::isSkippable);
      case "retryItem" -> job.requests().stream().anyMatch(JobVerbs::isRepeatable);
      default -> true;
    };
  }

  /**
   * How it is decided.
   *
   * @param why the reason that came with it
   */
  Ruling rule(Action action, String why) {
    var early = action.refusalAt(job.revision());
    if (early.isPresent()) {
      return Ruling.refused(early.get(), early(early.get()));
    }
    if (!ALL.contains(action.type())) {
      return notSupported("A job does not know \"%s\".".formatted(action.type()));
    }
    if (job.phase().terminal() || job.intent() == Intent.CANCEL) {
      return atItsEnd(action);
    }
    return switch (action.type()) {
      case "release" -> release();
      case "pause" -> pause(action);
      case "resume" -> resume(action);
      case "cancel" -> cancel(why);
      case "reprioritize" -> reprioritize(action);
      case "reroute" -> reroute(action);
      case "skipItem" -> ofRequest(action, request -> skip(request, why));
      default -> ofRequest(action, this::retry);
    };
  }

  private String early(String code) {
    return code.equals(Refusals.REVISION_STALE)
        ? "The job is at revision %d. Look at it again.".formatted(job.revision())
        : "";
  }

  private static Ruling notSupported(String detail) {
    return Ruling.refused(Refusals.ACTION_NOT_SUPPORTED, detail);
  }

  private Ruling notAllowed(Action action) {
    return Ruling.refused(
        Refusals.ACTION_NOT_ALLOWED,
        "A job that is %s does not allow \"%s\".".formatted(job.phase(), action.type()));
  }

  private Ruling atItsEnd(Action action) {
    if (!action.type().equals("cancel")) {
      return notAllowed(action);
    }
    return switch (job.phase()) {
      case CANCELLING -> Ruling.awaited().by(job.promisedAt());
      case CANCELLED -> Ruling.idle();
      default -> notAllowed(action);
    };
  }

  private Ruling release() {
    if (job.hold()) {
      return Ruling.done(new JobEvent.JobReleased());
    }
    return job.company().isWaiting() ? Ruling.done(new JobEvent.CompanyDeclined()) : Ruling.idle();
  }

  private Ruling pause(Action action) {
    if (job.hold()) {
      return notAllowed(action);
    }
    return switch (job.phase()) {
      case PAUSING -> Ruling.awaited().by(job.promisedAt());
      case PAUSED -> Ruling.idle();
      default ->
          standing.isRestFor(job)
              ? Ruling.done(new JobEvent.JobPaused())
              : Ruling.begun(new JobEvent.JobPausing(standing.promisedAt(), standing.underway()))
                  .by(Optional.of(standing.promisedAt()));
    };
  }

  private Ruling resume(Action action) {
    if (job.hold()) {
      return notAllowed(action);
    }
    return job.intent() == Intent.PAUSE ? Ruling.done(new JobEvent.JobResumed()) : Ruling.idle();
  }

  /** What is known to be under way is; dispatch will tell the rest. */
  private Ruling cancel(String why) {
    return Ruling.begun(new JobEvent.JobCancelling(why, job.promisedAt(), job.underway()))
        .by(job.promisedAt());
  }

  private Ruling reprioritize(Action action) {
    var priority = number(action, "priority");
    if (priority.filter(p -> p >= LOWEST_PRIORITY && p <= HIGHEST_PRIORITY).isEmpty()) {
      return notSupported("A priority is a number from 1 to 9, 9 most urgent.");
    }
    return priority.get() == job.priority()
        ? Ruling.idle()
        : Ruling.done(new JobEvent.JobReprioritized(priority.get()));
  }

  private Ruling reroute(Action action) {
    var route =
        new Route(
            text(action, "picker").map(PickerId::new),
            text(action, "port").map(PortId::new),
            new TreeSet<>(
                text(action, "avoid").stream()
                    .flatMap(list -> Stream.of(list.split(",", -1)))
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .toList()));
    return route.equals(job.route()) ? Ruling.idle() : Ruling.done(new JobEvent.JobRerouted(route));
  }

  private Ruling skip(RequestState request, String why) {
    if (request.unwanted()) {
      return Ruling.awaited();
    }
    if (request.phase().terminal()) {
      return request.phase().skipped() ? Ruling.idle() : over(request);
    }
    var index = request.index();
    var serving = standing.serving(index);
    var promise = serving.map(Underway::expectedEnd);
    if (request.carriedTube().isPresent()) {
      return Ruling.begun(new JobEvent.RequestUnwanted(index, "", why)).by(promise);
    }
    return request
        .lift()
        .map(RequestState.LiftUnderWay::taskId)
        .or(() -> serving.map(Underway::taskId))
        .map(task -> Ruling.begun(new JobEvent.RequestUnwanted(index, task, why)).by(promise))
        .orElseGet(() -> Ruling.done(new JobEvent.RequestSkipped(index, why)));
  }

  private Ruling retry(RequestState request) {
    if (isRepeatable(request)) {
      return Ruling.done(new JobEvent.RequestRetried(request.index()));
    }
    return request.phase().terminal() ? over(request) : Ruling.idle();
  }

  private static Ruling over(RequestState request) {
    return Ruling.refused(
        Refusals.ITEM_OVER, "Item %d is %s.".formatted(request.index(), request.phase()));
  }

  private static boolean isSkippable(RequestState request) {
    return !request.phase().terminal() && !request.unwanted();
  }

  private static boolean isRepeatable(RequestState request) {
    return request.phase().repeatable() || request.unwanted();
  }

  private Ruling ofRequest(Action action, Function<RequestState, Ruling> rule) {
    return request(job, action).map(rule).orElseGet(() -> unknown(action));
  }

  private Ruling unknown(Action action) {
    var asked = action.arguments().getOrDefault("item", "");
    return Ruling.refused(
        Refusals.ITEM_UNKNOWN,
        "The job has items 0 to %d; \"%s\" was asked for."
            .formatted(job.requests().size() - 1, asked));
  }

  private static Optional<RequestState> request(JobState job, Action action) {
    return number(action, "item")
        .filter(index -> index >= 0 && index < job.requests().size())
        .map(job.requests()::get);
  }

  private static Optional<Integer> number(Action action, String argument) {
    return text(action, argument).filter(n -> NUMBER.matcher(n).matches()).map(Integer::valueOf);
  }

  private static Optional<String> text(Action action, String argument) {
    return Optional.ofNullable(action.arguments().get(argument)).filter(text -> !text.isBlank());
  }
}
