package org.givre.orchestrator.feed;

import java.util.Optional;
import org.givre.devices.picker.PickerTask;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * What it takes to say which job an event is about: events of pickers name orders, those of racks
 * name tasks. Answers must not depend on what has happened after the event.
 */
public interface TaskLookup {
  /** The task of that id, if it was ever planned or taken. */
  Optional<PickerTask> task(String taskId);

  /** The task that the order of that id belongs to. */
  Optional<PickerTask> taskOfOrder(String orderId);

  /** The job for which {@code tube} was last picked, at or before {@code offset}. */
  Optional<JobId> jobOf(TubeId tube, long offset);
}
