package org.givre.devices.picker;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import java.util.OptionalInt;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerTask.RackTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.port.PortCommand;
import org.givre.devices.port.PortEvent.ReceivedTube;
import org.givre.devices.rack.RackCommand;

/** What a picker tells racks, dewars and ports. Everything may be told again and again. */
final class PickerOutbox {
  private final Workplace workplace;
  private final Neighbours neighbours;
  private final ActorRef<RackCommand.LiftRecorded> liftRecorded;
  private final ActorRef<DewarCommand.Acquired> openingAcquired;
  private final ActorRef<DewarCommand.Released> openingReleased;
  private final ActorRef<PortCommand.Acquired> dockAcquired;
  private final ActorRef<PortCommand.Received> unloadReceived;

  PickerOutbox(ActorContext<PickerCommand> context, Workplace workplace, Neighbours neighbours) {
    this.workplace = workplace;
    this.neighbours = neighbours;
    this.liftRecorded =
        context.messageAdapter(RackCommand.LiftRecorded.class, PickerSignal.LiftRecorded::new);
    this.openingAcquired =
        context.messageAdapter(DewarCommand.Acquired.class, PickerSignal.OpeningAcquired::new);
    this.openingReleased =
        context.messageAdapter(DewarCommand.Released.class, PickerSignal.OpeningReleased::new);
    this.dockAcquired =
        context.messageAdapter(PortCommand.Acquired.class, PickerSignal.DockAcquired::new);
    this.unloadReceived =
        context.messageAdapter(PortCommand.Received.class, PickerSignal.UnloadReceived::new);
  }

  /** Asks for a turn where the work of the task is. */
  void acquire(TaskRun run) {
    var cause = run.cause().because(run.taskId());
    if (run.task() instanceof RackTask lift) {
      neighbours
          .dewar(lift.dewar())
          .tell(new DewarCommand.Acquire(run.taskId(), workplace.id(), cause, openingAcquired));
    } else if (run.task() instanceof UnloadTask unload) {
      var tubes = unload.tubes().size();
      neighbours
          .port(unload.port())
          .tell(new PortCommand.Acquire(run.taskId(), workplace.id(), tubes, cause, dockAcquired));
    }
  }

  /** Tells every dewar and port in reach that the picker has no task there. */
  void vacate() {
    var id = workplace.id();
    var cause = Cause.policy(id.value(), "", "vacate");
    var picker = workplace.picker();
    picker.dewars().forEach(d -> neighbours.dewar(d).tell(new DewarCommand.Vacate(id, cause)));
    picker.ports().forEach(p -> neighbours.port(p).tell(new PortCommand.Vacate(id, cause)));
  }

  /** Tells one of those who must hear of a task that is over. */
  void pay(TaskRun run, TaskRun.Debt debt) {
    var cause = cause(run);
    if (run.task() instanceof RackTask lift) {
      if (debt == TaskRun.Debt.RACK) {
        var report = new LiftReport(lift, run, run.work().orElseThrow(), workplace);
        neighbours.rack(lift.rack()).tell(report.to(cause, liftRecorded));
      } else {
        release(lift, run, cause);
      }
    } else if (run.task() instanceof UnloadTask unload) {
      report(unload, run, cause);
    }
  }

  /** What the robot has reported; of a task that was taken back, what that one was given for. */
  private Cause cause(TaskRun run) {
    return run.work()
        .map(work -> Cause.device(workplace.id().value(), run.cause().correlation(), work.id()))
        .orElseGet(() -> run.cause().because(run.taskId()));
  }

  /** The carousel has been turned if the robot has worked at all: that is the first step. */
  private void release(RackTask lift, TaskRun run, Cause cause) {
    var turned = run.work().filter(work -> !work.motions().isEmpty()).isPresent();
    var turnedTo = turned ? OptionalInt.of(workplace.slot(lift.rack())) : OptionalInt.empty();
    neighbours
        .dewar(lift.dewar())
        .tell(new DewarCommand.Release(lift.taskId(), turnedTo, cause, openingReleased));
  }

  private void report(UnloadTask unload, TaskRun run, Cause cause) {
    var tubes =
        run.deliveries().stream().map(d -> new ReceivedTube(d.tube(), d.slot(), d.at())).toList();
    neighbours
        .port(unload.port())
        .tell(
            new PortCommand.ReportReceived(
                unload.taskId(), tubes, run.endedAt(), cause, unloadReceived));
  }
}
