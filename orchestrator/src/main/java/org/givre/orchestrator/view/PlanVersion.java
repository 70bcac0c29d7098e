package org.givre.orchestrator.view;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;

/**
 * A version of the plan, as one job sees it.
 *
 * @param offset of its event
 * @param at engine time
 * @param cause why there was a new version
 * @param predictedTubeSeconds the job's share of the exposure of steps that were still to begin
 */
public record PlanVersion(
    long version,
    long offset,
    Instant at,
    String cause,
    double predictedTubeSeconds,
    Difference difference) {

  /**
   * How the job's steps differ from those of the version before that had not begun. A step is the
   * same when it does the same, whoever does it and when: a lift takes the same tubes out of the
   * same rack in the same mode, a put-back places the same tubes in the same rack, an unload hands
   * the same tubes over at the same port.
   *
   * @param before version that it is compared with; empty for the first
   * @param changeTubeSeconds how much more exposure these steps are to cost the job
   */
  public record Difference(
      OptionalLong before, Steps kept, Steps dropped, Steps added, double changeTubeSeconds) {
    Difference withoutSteps() {
      return new Difference(
          before,
          kept.withoutTasks(),
          dropped.withoutTasks(),
          added.withoutTasks(),
          changeTubeSeconds);
    }
  }

  /**
   * Some steps.
   *
   * @param tasks by planned start; empty for versions of long ago, of which the count alone is kept
   */
  public record Steps(int count, List<PlannedTask> tasks) {
    public Steps {
      tasks = List.copyOf(tasks);
    }

    static Steps of(List<PlannedTask> tasks) {
      return new Steps(tasks.size(), tasks);
    }

    Steps withoutTasks() {
      return new Steps(count, List.of());
    }
  }

  PlanVersion withoutSteps() {
    return new PlanVersion(
        version, offset, at, cause, predictedTubeSeconds, difference.withoutSteps());
  }
}
