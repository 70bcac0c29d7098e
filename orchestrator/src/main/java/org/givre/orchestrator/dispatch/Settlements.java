package org.givre.orchestrator.dispatch;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.picker.PickerTask;
import org.givre.orchestrator.job.JobNotice.Noted;

/** Ended tasks whose jobs have not all noted it. In memory only: pickers repeat what has ended. */
final class Settlements {
  private final SortedMap<String, Settlement> open = new TreeMap<>();

  /** The settlement of a task that has ended; the one that is open, if it was told before. */
  Settlement of(PickerTask task, TaskEnded ended) {
    return open.computeIfAbsent(ended.taskId(), id -> new Settlement(task, ended));
  }

  /** A job has noted its part; the settlement, if it was the last. */
  Optional<Settlement> noted(Noted noted) {
    var settlement = Optional.ofNullable(open.get(noted.taskId()));
    settlement.ifPresent(s -> s.noted(noted.job()));
    return settlement.filter(Settlement::isComplete);
  }

  void close(Settlement settlement) {
    open.remove(settlement.ended().taskId());
  }

  void clear() {
    open.clear();
  }
}
