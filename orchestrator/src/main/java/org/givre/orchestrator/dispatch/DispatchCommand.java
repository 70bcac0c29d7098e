package org.givre.orchestrator.dispatch;

import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerNotice;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.orchestrator.dispatch.Issuing.RackAnswer;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome;
import org.givre.orchestrator.job.JobNotice;

/** What dispatch hears; jobs and others speak to it in their own words. */
sealed interface DispatchCommand {
  /** A job speaks. */
  record FromJob(JobNotice notice) implements DispatchCommand {}

  /** Somebody else asks or tells something. */
  record FromOutside(DispatchRequest request) implements DispatchCommand {}

  /** A picker tells how its task goes. */
  record FromPicker(PickerNotice notice) implements DispatchCommand {}

  /** A rack describes itself. */
  record RackSeen(RackPicture picture) implements DispatchCommand {}

  /** A dewar describes itself. */
  record DewarSeen(DewarPicture picture) implements DispatchCommand {}

  /** A picker describes itself. */
  record PickerSeen(PickerPicture picture) implements DispatchCommand {}

  /** A port describes itself. */
  record PortSeen(PortPicture picture) implements DispatchCommand {}

  /** A rack says what it has set aside, or which wells it keeps, just before a lift. */
  record RackChecked(RackAnswer answer) implements DispatchCommand {}

  /** Nothing stands in the way of a task any more. */
  record TaskCleared(String taskId) implements DispatchCommand {}

  /** A round of planning is over. */
  record RoundPlanned(PlanningOutcome outcome) implements DispatchCommand {}

  /** A round of planning has failed: a bug. */
  record RoundFailed(Throwable failure) implements DispatchCommand {}

  /** A bound of an adopted plan was found, in weighted tube-seconds. */
  record BoundFound(long version, double tubeSeconds) implements DispatchCommand {}

  /** The search for a bound has failed: a bug. */
  record BoundFailed(long version, Throwable failure) implements DispatchCommand {}

  /** Timers of its own. */
  enum Timer implements DispatchCommand {
    /** No further job has come for a while. */
    QUIET,
    /** Jobs keep coming; those that wait have waited long enough. */
    LONGEST_WAIT,
    /** Devices that have not answered by now are left out. */
    GATHERED,
    /** Something was in the way; it may be gone. */
    RECHECK,
    /** A task may be issued by now. */
    ISSUE,
    /** Pickers are asked again how their tasks stand. */
    REMIND,
    /** Tubes have waited in a carrier for as long as it keeps them cold. */
    CARRIER_LIMIT,
    /** Something has waited for company for as long as it may. */
    COMPANY,
    /** Jobs of the plan that have not offered themselves by now are left out. */
    OFFERS_DUE
  }
}
