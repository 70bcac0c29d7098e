package org.givre.orchestrator.dispatch;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.directory.DeviceDirectory;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerNotice;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.port.PortCommand;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.devices.rack.RackCommand;
import org.givre.devices.rack.RackCommand.Kept;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.devices.rack.RackCommand.Reserved;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.orchestrator.dispatch.DispatchCommand.DewarSeen;
import org.givre.orchestrator.dispatch.DispatchCommand.FromPicker;
import org.givre.orchestrator.dispatch.DispatchCommand.PickerSeen;
import org.givre.orchestrator.dispatch.DispatchCommand.PortSeen;
import org.givre.orchestrator.dispatch.DispatchCommand.RackChecked;
import org.givre.orchestrator.dispatch.DispatchCommand.RackSeen;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.Issuing.RackAnswer;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/** What dispatch says to devices. All of it may be said again. */
final class DeviceDesk {
  private final StoreDefinition store;
  private final DeviceDirectory devices;
  private final ActorRef<RackPicture> rackSeen;
  private final ActorRef<DewarPicture> dewarSeen;
  private final ActorRef<PickerPicture> pickerSeen;
  private final ActorRef<PortPicture> portSeen;
  private final ActorRef<Reserved> rackChecked;
  private final ActorRef<Kept> wellsChecked;
  private final ActorRef<Reserved> nobody;
  private final ActorRef<PickerNotice> notices;

  DeviceDesk(ActorContext<DispatchCommand> context, DispatchSite site) {
    store = site.store();
    devices = site.devices();
    rackSeen = context.messageAdapter(RackPicture.class, RackSeen::new);
    dewarSeen = context.messageAdapter(DewarPicture.class, DewarSeen::new);
    pickerSeen = context.messageAdapter(PickerPicture.class, PickerSeen::new);
    portSeen = context.messageAdapter(PortPicture.class, PortSeen::new);
    rackChecked =
        context.messageAdapter(
            Reserved.class, reserved -> new RackChecked(RackAnswer.of(reserved)));
    wellsChecked = context.messageAdapter(Kept.class, kept -> new RackChecked(RackAnswer.of(kept)));
    nobody = context.getSystem().ignoreRef();
    notices = context.messageAdapter(PickerNotice.class, FromPicker::new);
  }

  /** Asks every device to describe itself, racks with what they know of the named tubes. */
  void describe(SortedMap<RackId, SortedSet<TubeId>> racks) {
    describeRacks(racks);
    describeStations();
    describePickers();
  }

  void describeRacks(SortedMap<RackId, SortedSet<TubeId>> racks) {
    racks.forEach(
        (rack, tubes) -> devices.rack(rack).tell(new RackCommand.Describe(tubes, rackSeen)));
  }

  void describeStations() {
    store.dewars().forEach(d -> devices.dewar(d.id()).tell(new DewarCommand.Describe(dewarSeen)));
    store.ports().forEach(p -> devices.port(p.id()).tell(new PortCommand.Describe(portSeen)));
  }

  void describePickers() {
    store.pickers().forEach(picker -> describe(picker.id()));
  }

  void describe(PickerId picker) {
    devices.picker(picker).tell(new PickerCommand.Describe(pickerSeen));
  }

  /** Sets aside all that waiting lifts will pick, after giving back what none will. */
  void reserve(DispatchState state) {
    var cause = cause("", "plan-" + state.version());
    state.toFree().forEach((rack, jobs) -> jobs.forEach((job, tubes) -> free(rack, job, tubes)));
    state
        .toReserve()
        .forEach(
            (rack, jobs) ->
                jobs.forEach(
                    (job, tubes) ->
                        devices
                            .rack(rack)
                            .tell(new RackCommand.Reserve(job, tubes, cause, nobody))));
  }

  /**
   * Gives back what an ended task did not pick or put back. What it did is no longer there to be
   * given back, which is harmless.
   */
  void freeUnclaimed(PickerTask task) {
    if (task instanceof LiftTask lift) {
      lift.picks().forEach(pick -> free(lift.rack(), pick.job(), List.of(pick.tube())));
    } else if (task instanceof PlaceTask place) {
      place.places().forEach(p -> free(place.rack(), p.job(), List.of(p.tube().id())));
    }
  }

  /** Gives back what a rack still has set aside for tasks that are no more. */
  void freeStale(DispatchState state, RackPicture seen) {
    state.stale(seen).forEach((job, tubes) -> free(seen.rack(), job, tubes));
  }

  private void free(RackId rack, JobId job, List<TubeId> tubes) {
    devices.rack(rack).tell(new RackCommand.Free(job, tubes, cause(job.value(), "dispatch")));
  }

  /** Asks the rack whether {@code job} has its tubes there: it has the last word. */
  void check(LiftTask lift, JobId job) {
    var tubes =
        lift.picks().stream().filter(p -> p.job().equals(job)).map(TubeToPick::tube).toList();
    var cause = cause(job.value(), lift.taskId());
    devices.rack(lift.rack()).tell(new RackCommand.Reserve(job, tubes, cause, rackChecked));
  }

  /** Asks the rack whether it can keep the wells of the job's tubes: it has the last word. */
  void check(PlaceTask place, JobId job) {
    var tubes =
        place.places().stream()
            .filter(p -> p.job().equals(job))
            .map(p -> new Standing(p.tube(), p.level(), p.well()))
            .toList();
    var cause = cause(job.value(), place.taskId());
    devices.rack(place.rack()).tell(new RackCommand.Keep(job, tubes, cause, wellsChecked));
  }

  /** Takes a task back, if its work has not begun. */
  void recall(PlannedTask task) {
    devices.picker(task.picker()).tell(new PickerCommand.Recall(task.task().taskId()));
  }

  void take(PlannedTask task, long planVersion) {
    var cause = cause("plan-" + planVersion, task.task().taskId());
    devices.picker(task.picker()).tell(new PickerCommand.Take(task.task(), cause, notices));
  }

  void conclude(PickerId picker, String taskId) {
    devices.picker(picker).tell(new PickerCommand.Conclude(taskId));
  }

  static Cause cause(String correlation, String causation) {
    return Cause.policy("dispatch", correlation, causation);
  }
}
