package org.givre.devices.picker;

import akka.actor.typed.ActorRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.givre.devices.driver.Motion;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.RackTask;
import org.givre.devices.rack.RackCommand.BoxOut;
import org.givre.devices.rack.RackCommand.LiftRecorded;
import org.givre.devices.rack.RackCommand.ReportLift;
import org.givre.devices.rack.RackEvent.MissedTube;
import org.givre.devices.rack.RackEvent.PlacedTube;
import org.givre.devices.rack.RackEvent.TakenTube;
import org.givre.plans.exposure.LiftExposure;

/** What a rack is told of a lift that is over: all of it follows from what the robot reported. */
record LiftReport(RackTask task, TaskRun run, OrderRun order, Workplace workplace) {

  ReportLift to(Cause cause, ActorRef<LiftRecorded> replyTo) {
    return new ReportLift(
        run.taskId(),
        workplace.id(),
        started(),
        ended(),
        boxes(),
        taken(),
        missed(),
        placed(),
        cause,
        replyTo);
  }

  private Instant started() {
    return order.motions().stream().map(Motion::start).findFirst().orElseGet(this::ended);
  }

  private Instant ended() {
    return order.end().map(OrderEnded::at).orElseThrow();
  }

  /** Seconds outside of each box, top box first. */
  private List<BoxOut> boxes() {
    var environment = workplace.environment(task.rack());
    var exposure = LiftExposure.of(environment, LiftMotions.of(order.motions(), environment));
    return IntStream.rangeClosed(1, environment.levels())
        .mapToObj(level -> new BoxOut(exposure.outSeconds(level), exposure.weightedSeconds(level)))
        .toList();
  }

  private List<TakenTube> taken() {
    return task instanceof LiftTask lift
        ? run.picked().stream().map(tube -> taken(lift, tube)).toList()
        : List.of();
  }

  private static TakenTube taken(LiftTask lift, CarriedTube tube) {
    var pick = lift.pickOf(tube.tube());
    return new TakenTube(
        tube.tube(), pick.level(), pick.well(), tube.seconds(), tube.weightedSeconds());
  }

  /** A tube that could not be placed too: something else stands in its well, or nobody has it. */
  private List<MissedTube> missed() {
    return run.missed().stream().map(this::missed).toList();
  }

  private MissedTube missed(MissedRequest request) {
    if (task instanceof PlaceTask put) {
      var place = put.placeOf(request.tube());
      return new MissedTube(request.tube(), place.level(), place.well(), request.finding());
    }
    var pick = ((LiftTask) task).pickOf(request.tube());
    return new MissedTube(request.tube(), pick.level(), pick.well(), request.finding());
  }

  private List<PlacedTube> placed() {
    return task instanceof PlaceTask place
        ? Placing.of(place, run, workplace).stream().map(Placing::reported).toList()
        : List.of();
  }
}
