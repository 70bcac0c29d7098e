package org.givre.devices.picker;

import java.util.List;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** One operation of a plan, handed to a picker: driving there and doing it. */
public sealed interface PickerTask {
  /** Unique for ever; taking it again is harmless. */
  String taskId();

  /** Lifts a rack and picks tubes, in order, deepest level last. */
  record LiftTask(String taskId, DewarId dewar, RackId rack, LiftMode mode, List<TubeToPick> picks)
      implements PickerTask {
    public LiftTask {
      picks = List.copyOf(picks);
    }
  }

  /** Unloads tubes at a port, in order. */
  record UnloadTask(String taskId, PortId port, List<TubeId> tubes) implements PickerTask {
    public UnloadTask {
      tubes = List.copyOf(tubes);
    }
  }

  /**
   * A tube, where it stands, and what it is for.
   *
   * @param request number within the job, from 0
   */
  record TubeToPick(TubeId tube, int level, Well well, JobId job, int request) {}
}
