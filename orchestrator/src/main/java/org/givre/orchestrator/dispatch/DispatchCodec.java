package org.givre.orchestrator.dispatch;

import java.util.Optional;
import org.givre.devices.action.ActionMessage;
import org.givre.devices.journal.EventCodec;
import org.givre.devices.journal.Micros;
import org.givre.devices.picker.TaskMessage;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.protocols.journal.v1.Envelope;
import org.givre.protocols.journal.v1.PlanAdopted;
import org.givre.protocols.journal.v1.PlanBounded;
import org.givre.protocols.journal.v1.PlannedTask;
import org.givre.protocols.journal.v1.SiteActed;
import org.givre.protocols.journal.v1.TaskIssued;
import org.givre.protocols.journal.v1.TaskSettled;

/** Translates the decisions of dispatch to and from {@code journal/v1/dispatch.proto}. */
public final class DispatchCodec implements EventCodec<DispatchEvent> {
  @Override
  public Class<DispatchEvent> type() {
    return DispatchEvent.class;
  }

  @Override
  public void write(DispatchEvent event, Envelope.Builder envelope) {
    var message = envelope.getDispatchBuilder();
    if (event instanceof DispatchEvent.PlanAdopted adopted) {
      message.setPlanAdopted(toMessage(adopted));
    } else if (event instanceof DispatchEvent.TaskIssued issued) {
      message.setTaskIssued(TaskIssued.newBuilder().setTaskId(issued.taskId()));
    } else if (event instanceof DispatchEvent.TaskSettled settled) {
      message.setTaskSettled(
          TaskSettled.newBuilder()
              .setTaskId(settled.taskId())
              .setSucceeded(settled.succeeded())
              .setRecalled(settled.recalled()));
    } else if (event instanceof DispatchEvent.PlanBounded bounded) {
      message.setPlanBounded(
          PlanBounded.newBuilder()
              .setVersion(bounded.version())
              .setLowerBoundTubeSeconds(bounded.lowerBoundTubeSeconds()));
    } else if (event instanceof DispatchEvent.SiteActed acted) {
      message.setSiteActed(SiteActed.newBuilder().setAction(ActionMessage.of(acted.action())));
    } else {
      throw EventCodec.noMessageFor(event);
    }
  }

  @Override
  public Optional<DispatchEvent> read(Envelope envelope) {
    var message = envelope.getDispatch();
    return switch (message.getEventCase()) {
      case PLAN_ADOPTED -> Optional.of(adopted(message.getPlanAdopted()));
      case TASK_ISSUED ->
          Optional.of(new DispatchEvent.TaskIssued(message.getTaskIssued().getTaskId()));
      case TASK_SETTLED -> Optional.of(settled(message.getTaskSettled()));
      case SITE_ACTED ->
          Optional.of(
              new DispatchEvent.SiteActed(
                  ActionMessage.toAction(message.getSiteActed().getAction())));
      case PLAN_BOUNDED -> Optional.of(bounded(message.getPlanBounded()));
      case EVENT_NOT_SET -> Optional.empty();
    };
  }

  private static PlanAdopted toMessage(DispatchEvent.PlanAdopted adopted) {
    return PlanAdopted.newBuilder()
        .setVersion(adopted.version())
        .setCause(adopted.cause())
        .setPlanner(adopted.planner())
        .setSeed(adopted.seed())
        .setExposureTubeSeconds(adopted.exposureTubeSeconds())
        .setLowerBoundTubeSeconds(adopted.lowerBoundTubeSeconds())
        .setFifoTubeSeconds(adopted.fifoTubeSeconds())
        .addAllTasks(adopted.tasks().stream().map(DispatchCodec::toMessage).toList())
        .addAllJobs(adopted.jobs().stream().map(JobId::value).toList())
        .build();
  }

  private static DispatchEvent adopted(PlanAdopted message) {
    return new DispatchEvent.PlanAdopted(
        message.getVersion(),
        message.getCause(),
        message.getPlanner(),
        message.getSeed(),
        message.getExposureTubeSeconds(),
        message.getLowerBoundTubeSeconds(),
        message.getFifoTubeSeconds(),
        message.getTasksList().stream().map(DispatchCodec::task).toList(),
        message.getJobsList().stream().map(JobId::new).toList());
  }

  private static DispatchEvent bounded(PlanBounded message) {
    return new DispatchEvent.PlanBounded(message.getVersion(), message.getLowerBoundTubeSeconds());
  }

  private static PlannedTask toMessage(DispatchEvent.PlannedTask task) {
    return PlannedTask.newBuilder()
        .setPicker(task.picker().value())
        .setTask(TaskMessage.of(task.task()))
        .setStartMicros(Micros.of(task.start()))
        .setEndMicros(Micros.of(task.end()))
        .setExposureTubeSeconds(task.exposureTubeSeconds())
        .build();
  }

  private static DispatchEvent.PlannedTask task(PlannedTask message) {
    return new DispatchEvent.PlannedTask(
        new PickerId(message.getPicker()),
        TaskMessage.toTask(message.getTask()),
        Micros.toInstant(message.getStartMicros()),
        Micros.toInstant(message.getEndMicros()),
        message.getExposureTubeSeconds());
  }

  private static DispatchEvent settled(TaskSettled message) {
    return new DispatchEvent.TaskSettled(
        message.getTaskId(), message.getSucceeded(), message.getRecalled());
  }
}
