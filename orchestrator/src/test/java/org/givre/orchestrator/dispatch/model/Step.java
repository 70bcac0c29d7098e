package org.givre.orchestrator.dispatch.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec.TubeRequest;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.plans.store.PortId;

/** One thing that happens to the engine from outside. */
sealed interface Step {
  void play(Play play);

  /**
   * Somebody submits a job.
   *
   * @param notBefore from now, in engine time
   * @param due from now, in engine time
   * @param deadline from now, in engine time
   */
  record Submit(
      String job,
      List<TubeRequest> requests,
      int priority,
      boolean hold,
      Optional<Duration> notBefore,
      Optional<Duration> due,
      Optional<Duration> deadline,
      Optional<PortId> port)
      implements Step {
    @Override
    public void play(Play play) {
      play.submit(this);
    }

    @Override
    public String toString() {
      return "submit %s priority %d%s%s%s%s%s of %s"
          .formatted(
              job,
              priority,
              hold ? " held" : "",
              notBefore.map(d -> " not before " + d).orElse(""),
              due.map(d -> " due " + d).orElse(""),
              deadline.map(d -> " deadline " + d).orElse(""),
              port.map(p -> " to " + p).orElse(""),
              requests.stream().map(TubeRequest::candidates).toList());
    }
  }

  /** An operator says something, once or several things at a breath, and waits for the answers. */
  record Say(Target target, List<Verb> verbs) implements Step {
    @Override
    public void play(Play play) {
      play.say(target, verbs);
    }

    @Override
    public String toString() {
      return "%s: %s".formatted(target, verbs);
    }
  }

  /** An operator says something, and the engine stops before it has answered, or just after. */
  record SayAndRestart(Target target, Verb verb) implements Step {
    @Override
    public void play(Play play) {
      play.send(target, verb);
      play.restart();
    }

    @Override
    public String toString() {
      return "%s: %s, and restart".formatted(target, verb);
    }
  }

  /** The engine stops and starts again. */
  record Restart() implements Step {
    @Override
    public void play(Play play) {
      play.restart();
    }

    @Override
    public String toString() {
      return "restart";
    }
  }

  /** Time goes by until a job is seen to be somewhere, or for {@code most} of engine time. */
  record Wait(String job, Sight until, Duration most) implements Step {
    @Override
    public void play(Play play) {
      play.waitFor(this);
    }

    @Override
    public String toString() {
      return "wait for %s %s, at most %s".formatted(job, until, most);
    }
  }

  /** What can be waited for. */
  enum Sight {
    PLANNED,
    PICKING,
    CARRIED,
    DELIVERED,
    AT_REST,
    CHANGED;

    /** Whether it is in sight, where the job stood as in {@code before} when the wait began. */
    boolean isSeen(JobState before, JobState now) {
      return switch (this) {
        case PLANNED -> now.phase() != JobPhase.QUEUED;
        case PICKING -> has(now, RequestPhase.PICKING);
        case CARRIED -> has(now, RequestPhase.IN_TRANSIT);
        case DELIVERED -> has(now, RequestPhase.DELIVERED);
        case AT_REST -> now.phase() == JobPhase.PAUSED || now.phase().terminal();
        case CHANGED -> now.revision() != before.revision();
      };
    }

    private static boolean has(JobState job, RequestPhase phase) {
      return job.requests().stream().anyMatch(request -> request.phase() == phase);
    }
  }
}
