package org.givre.orchestrator.view;

import java.util.List;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.plans.store.JobId;

/**
 * The plan that a job has a place in.
 *
 * @param steps of this job: done, running and to come, by their planned start
 * @param versions every version that concerned the job, oldest first; the last one may have no
 *     place for it any more
 */
public record JobPlan(Figures figures, List<Step> steps, List<PlanVersion> versions) {
  public JobPlan {
    steps = List.copyOf(steps);
    versions = List.copyOf(versions);
  }

  /** What is said of the plan as a whole; exposures in weighted tube-seconds. */
  public record Figures(
      long version,
      String cause,
      String planner,
      long seed,
      double exposureTubeSeconds,
      double lowerBoundTubeSeconds,
      double fifoTubeSeconds,
      List<JobId> jobs) {
    public Figures {
      jobs = List.copyOf(jobs);
    }

    /** Those of {@code e}. */
    public static Figures of(PlanAdopted e) {
      return new Figures(
          e.version(),
          e.cause(),
          e.planner(),
          e.seed(),
          e.exposureTubeSeconds(),
          e.lowerBoundTubeSeconds(),
          e.fifoTubeSeconds(),
          e.jobs());
    }

    /** The same with a bound that was found later, if that is higher. */
    Figures bounded(double tubeSeconds) {
      return new Figures(
          version,
          cause,
          planner,
          seed,
          exposureTubeSeconds,
          Math.max(lowerBoundTubeSeconds, tubeSeconds),
          fifoTubeSeconds,
          jobs);
    }
  }

  /** One task of the plan. */
  public record Step(PlannedTask task, StepState state) {}

  /** How far a step has come. */
  public enum StepState {
    PLANNED,
    RUNNING,
    DONE,
    FAILED,
    /** Taken back before its work began. */
    RECALLED
  }
}
