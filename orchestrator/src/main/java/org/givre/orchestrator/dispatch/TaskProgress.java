package org.givre.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.planning.RunningTask;

/**
 * How far issued tasks are, as their pickers have told. In memory only: a picker that is asked
 * again tells again.
 */
final class TaskProgress {
  private final SortedMap<String, Instant> startedAt = new TreeMap<>();

  /** The work itself has begun: a task on its way there has not. */
  void started(String taskId, Instant at) {
    startedAt.putIfAbsent(taskId, at);
  }

  void settled(String taskId) {
    startedAt.remove(taskId);
  }

  boolean hasStarted(String taskId) {
    return startedAt.containsKey(taskId);
  }

  SortedMap<String, Instant> startedAt() {
    return Collections.unmodifiableSortedMap(startedAt);
  }

  RunningTask of(PlannedTask task, Instant now) {
    return running(task, Optional.ofNullable(startedAt.get(task.task().taskId())), now);
  }

  /** A task whose work has begun ends when it must; one on its way there, not before planned. */
  static RunningTask running(PlannedTask task, Optional<Instant> started, Instant now) {
    var length = Duration.between(task.start(), task.end());
    var planned = started.orElse(later(task.start(), now)).plus(length);
    return new RunningTask(task.picker(), task.task(), later(planned, now), length);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
