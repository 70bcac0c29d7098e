package org.givre.devices.picker;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.givre.devices.picker.OpenOrder.Heard;
import org.givre.devices.picker.PickerCommand.Take;
import org.givre.devices.picker.PickerNotice.Picked;
import org.givre.devices.picker.PickerNotice.Refusal;
import org.givre.devices.picker.PickerNotice.TaskRefused;
import org.givre.devices.picker.PickerNotice.Unloaded;
import org.givre.devices.picker.PickerNotice.WorkStarted;
import org.givre.devices.picker.PickerSignal.Remind;
import org.givre.devices.picker.TaskRun.Stage;
import org.givre.plans.store.PickerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a picker does about what has become durable: orders to the robot, word to other devices,
 * notices to whoever gave the task. Nothing is decided here, and all of it may be done again.
 */
final class PickerActions {
  private static final Logger LOG = LoggerFactory.getLogger(PickerActions.class);

  /**
   * On the wall: long enough that an answer under way is not asked for twice, short enough that a
   * lost one costs less than a lift does.
   */
  private static final Duration REMIND_EVERY = Duration.ofSeconds(5);

  /**
   * So often must a device say that it has never had an order which the driver has not answered
   * either, before the sending counts as lost: three reminders are ages for an answer under way.
   */
  private static final int UNKNOWN_UNTIL_LOST = 3;

  private static final String REMINDER = "remind";

  private final PickerId id;
  private final Workplace workplace;
  private final TimerScheduler<PickerCommand> timers;
  private final DriverLine line;
  private final PickerOutbox outbox;
  private PickerSession session = new PickerSession();
  private String unanswered = "";
  private int unknown;
  private Optional<ActorRef<PickerNotice>> notices = Optional.empty();

  PickerActions(
      ActorContext<PickerCommand> context,
      TimerScheduler<PickerCommand> timers,
      Workplace workplace,
      PickerEquipment equipment) {
    this.id = workplace.id();
    this.workplace = workplace;
    this.timers = timers;
    this.line = new DriverLine(context, equipment.drivers(), id);
    this.outbox = new PickerOutbox(context, workplace, equipment.neighbours());
  }

  PickerSession session() {
    return session;
  }

  /**
   * Everything that was only in memory is lost, but for who hears the notices, and for an order
   * that the driver may still be about to answer. A dewar or port that a task which failed was left
   * with may not have heard yet that the picker needs it no more.
   */
  void startAgain(PickerState state) {
    session = new PickerSession();
    if (state.run().isEmpty() && !state.fitness().inFault()) {
      outbox.vacate();
    }
  }

  void stop() {
    line.close();
  }

  void noticesTo(ActorRef<PickerNotice> listener) {
    notices = Optional.of(listener);
  }

  void refuse(Take take, Refusal refusal) {
    take.notices().tell(new TaskRefused(id, take.task().taskId(), refusal));
  }

  /** Looks at the robot, to decide an action by what it says. */
  void look(PickerCommand.Act act) {
    line.look(act);
  }

  /** Does what has become due between two states. */
  void proceed(PickerState before, PickerState after) {
    if (after.run().isEmpty()) {
      timers.cancel(REMINDER);
    } else if (before.run().isEmpty()) {
      session.newTask();
    }
    if (after.fitness().inFault() && !before.fitness().inFault()) {
      LOG.error("picker={} fault: {}", id, after.fitness().fault());
    }
    if (before.fitness().inFault() && !after.fitness().inFault()) {
      LOG.info("picker={} fault ended", id);
      outbox.vacate();
    }
    tellNews(before, after);
    if (!after.milestone().equals(before.milestone())) {
      after.run().ifPresent(run -> arrive(after, run));
    }
  }

  private void arrive(PickerState state, TaskRun run) {
    timers.startTimerWithFixedDelay(REMINDER, new Remind(), REMIND_EVERY);
    if (run.stage(state.station()) == Stage.ORDERED) {
      run.order().ifPresent(order -> submit(order, state.numbers().epoch()));
    } else {
      ask(state, run);
    }
  }

  /** Asks again for whatever has not been answered. An order is asked about, never sent again. */
  void remind(PickerState state) {
    state.run().ifPresent(run -> remind(state, run));
  }

  private void remind(PickerState state, TaskRun run) {
    timers.startTimerWithFixedDelay(REMINDER, new Remind(), REMIND_EVERY);
    if (run.stage(state.station()) == Stage.ORDERED) {
      run.order().ifPresent(line::askStatus);
    } else {
      ask(state, run);
    }
  }

  private void ask(PickerState state, TaskRun run) {
    var stage = run.stage(state.station());
    if (stage == Stage.WAITING) {
      outbox.acquire(run);
    } else if (stage == Stage.OVER) {
      settle(run);
    }
  }

  /** Does what follows from something that the driver said. */
  void heard(Heard heard, OrderRun order, PickerState state) {
    heard.started().ifPresent(at -> state.run().ifPresent(run -> workStarted(run, at)));
    switch (heard.next()) {
      case FOLLOW -> follow(order);
      case ASK -> line.askStatus(order);
      case SUBMIT -> submitAgain(state, order);
      case NOTHING -> {}
    }
  }

  private void follow(OrderRun order) {
    session.follow(order.id());
    if (session.takeDropped(order.id())) {
      line.askStatus(order);
    }
  }

  private void workStarted(TaskRun run, Instant at) {
    tell(new WorkStarted(id, run.taskId(), at));
  }

  /**
   * Sends an order that the device says it has never had. Not while an earlier sending may still be
   * answered: if that were refused and this accepted, a motion would go unrecorded.
   */
  private void submitAgain(PickerState state, OrderRun order) {
    unknown++;
    if (!unanswered.equals(order.id()) || unknown >= UNKNOWN_UNTIL_LOST) {
      submit(order, state.numbers().epoch());
    }
  }

  private void submit(OrderRun order, long epoch) {
    unanswered = order.id();
    unknown = 0;
    session.follow(order.id());
    line.submit(order.toSend(epoch));
  }

  /** The driver has answered an order, or has failed to. */
  void answered(String orderId) {
    if (unanswered.equals(orderId)) {
      unanswered = "";
    }
  }

  /** Tells who must hear next of a task that is over; when all have answered, that it is ended. */
  void settle(TaskRun run) {
    session.nextDebt(run).ifPresentOrElse(debt -> outbox.pay(run, debt), () -> tellEnded(run));
  }

  private void tellEnded(TaskRun run) {
    tell(run.ended(workplace, session.rackTubeSeconds()));
  }

  private void tellNews(PickerState before, PickerState after) {
    after.run().ifPresent(run -> tellNews(before.run(), run));
  }

  private void tellNews(Optional<TaskRun> before, TaskRun run) {
    var pickedBefore = before.map(r -> r.picked().size()).orElse(0);
    run.picked().stream()
        .skip(pickedBefore)
        .forEach(
            t -> tell(new Picked(id, run.taskId(), t.tube(), t.job(), t.request(), t.pickedAt())));
    var unloadedBefore = before.map(r -> r.deliveries().size()).orElse(0);
    run.deliveries().stream()
        .skip(unloadedBefore)
        .forEach(delivery -> tell(new Unloaded(id, run.taskId(), delivery)));
  }

  private void tell(PickerNotice notice) {
    notices.ifPresent(listener -> listener.tell(notice));
  }
}
