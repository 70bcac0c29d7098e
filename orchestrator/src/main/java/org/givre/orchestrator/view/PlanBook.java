package org.givre.orchestrator.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.view.PlanVersion.Difference;
import org.givre.orchestrator.view.PlanVersion.Steps;
import org.givre.plans.store.JobId;

/** Every version of the plan that concerned a job, and what it changed. Not thread-safe. */
final class PlanBook {
  /** Enough to look back over a shift; of earlier versions the numbers alone are kept. */
  static final int VERSIONS_WITH_STEPS = 20;

  private static final Comparator<PlannedTask> BY_START =
      Comparator.comparing(PlannedTask::start).thenComparing(task -> task.task().taskId());

  private final Map<JobId, List<PlanVersion>> versions = new HashMap<>();

  /** A step that has not begun, and a job's share of its exposure. */
  record OpenStep(PlannedTask task, double tubeSeconds) {
    StepContent content() {
      return StepContent.of(task.task());
    }
  }

  /** The steps of each job that have not begun, before a plan or after it. */
  static final class OpenSteps {
    private final SortedMap<JobId, List<OpenStep>> byJob = new TreeMap<>();

    void add(JobId job, OpenStep step) {
      byJob.computeIfAbsent(job, none -> new ArrayList<>()).add(step);
    }

    private List<OpenStep> of(JobId job) {
      return byJob.getOrDefault(job, List.of());
    }
  }

  /** A plan has replaced what was left of the one before: it concerns whom either had steps for. */
  void adopted(PlanAdopted plan, FeedEvent at, OpenSteps before, OpenSteps after) {
    var jobs = new TreeSet<>(plan.jobs());
    jobs.addAll(before.byJob.keySet());
    for (var job : jobs) {
      var known = versions.computeIfAbsent(job, none -> new ArrayList<>());
      var difference = difference(known, before.of(job), after.of(job));
      known.add(
          new PlanVersion(
              plan.version(),
              at.offset(),
              at.at(),
              plan.cause(),
              tubeSeconds(after.of(job)),
              difference));
      var old = known.size() - 1 - VERSIONS_WITH_STEPS;
      if (old >= 0) {
        known.set(old, known.get(old).withoutSteps());
      }
    }
  }

  private static Difference difference(
      List<PlanVersion> known, List<OpenStep> before, List<OpenStep> after) {
    var earlier = contents(before);
    var later = contents(after);
    return new Difference(
        known.stream().mapToLong(PlanVersion::version).max(),
        steps(after, earlier::contains),
        steps(before, content -> !later.contains(content)),
        steps(after, content -> !earlier.contains(content)),
        tubeSeconds(after) - tubeSeconds(before));
  }

  private static Set<StepContent> contents(List<OpenStep> steps) {
    return steps.stream().map(OpenStep::content).collect(Collectors.toSet());
  }

  private static Steps steps(List<OpenStep> steps, Predicate<StepContent> wanted) {
    var tasks = steps.stream().filter(step -> wanted.test(step.content())).map(OpenStep::task);
    return Steps.of(tasks.sorted(BY_START).toList());
  }

  private static double tubeSeconds(List<OpenStep> steps) {
    return steps.stream().mapToDouble(OpenStep::tubeSeconds).sum();
  }

  /** Oldest first. */
  List<PlanVersion> versions(JobId job) {
    return List.copyOf(versions.getOrDefault(job, List.of()));
  }
}
