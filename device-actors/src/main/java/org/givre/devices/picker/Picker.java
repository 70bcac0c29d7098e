package org.givre.devices.picker;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EffectBuilder;
import akka.persistence.typed.javadsl.SignalHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.JournalledActor;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.OpenOrder.Heard;
import org.givre.devices.picker.PickerCommand.Act;
import org.givre.devices.picker.PickerCommand.Conclude;
import org.givre.devices.picker.PickerCommand.Describe;
import org.givre.devices.picker.PickerCommand.Recall;
import org.givre.devices.picker.PickerCommand.Take;
import org.givre.devices.picker.PickerEvent.EpochStarted;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerEvent.TaskConcluded;
import org.givre.devices.picker.PickerEvent.TaskRecalled;
import org.givre.devices.picker.PickerEvent.TaskTaken;
import org.givre.devices.picker.PickerSignal.DockAcquired;
import org.givre.devices.picker.PickerSignal.LiftRecorded;
import org.givre.devices.picker.PickerSignal.OpeningAcquired;
import org.givre.devices.picker.PickerSignal.OpeningReleased;
import org.givre.devices.picker.PickerSignal.Remind;
import org.givre.devices.picker.PickerSignal.Reported;
import org.givre.devices.picker.PickerSignal.RobotSeen;
import org.givre.devices.picker.PickerSignal.SessionDue;
import org.givre.devices.picker.PickerSignal.StatusKnown;
import org.givre.devices.picker.PickerSignal.Submitted;
import org.givre.devices.picker.PickerSignal.Unanswered;
import org.givre.devices.picker.PickerSignal.UnloadReceived;
import org.givre.devices.picker.TaskRun.Debt;
import org.givre.devices.picker.TaskRun.Stage;
import org.givre.plans.store.PickerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One robotic picker: the authority on what its robot was told, on what came of it, and on what is
 * in its carrier.
 *
 * <p>A task takes two orders: to drive there, unless the robot stands there already, and, when it
 * is the picker's turn there, to do the work. An order is durable before it is sent. What became of
 * it the device is asked; it is sent a second time only when the device says that it has never had
 * it, and then it is the same order. Reports may not be refused; each is durable before anybody is
 * told. When the work is over, the rack is told until it has answered, then dewar or port, then
 * whoever gave the task is told until it concludes it. After a crash all of this goes on from what
 * is durable.
 */
public final class Picker extends JournalledActor<PickerCommand, PickerEvent, PickerState> {
  private static final Logger LOG = LoggerFactory.getLogger(Picker.class);

  private final ActorContext<PickerCommand> context;
  private final Workplace workplace;
  private final PickerActions actions;
  private final Supplier<String> orderIds;

  /** A picker that has done nothing yet unless the journal knows better. */
  public static Behavior<PickerCommand> create(PickerId id, PickerEquipment equipment) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  var workplace = Workplace.of(id, equipment.store());
                  var actions = new PickerActions(context, timers, workplace, equipment);
                  return new Picker(context, workplace, actions, equipment);
                }));
  }

  private Picker(
      ActorContext<PickerCommand> context,
      Workplace workplace,
      PickerActions actions,
      PickerEquipment equipment) {
    super(PersistenceId.of("picker", workplace.id().value()), equipment.time());
    this.context = context;
    this.workplace = workplace;
    this.actions = actions;
    this.orderIds = equipment.orderIds();
  }

  @Override
  public PickerState emptyState() {
    return PickerState.unused(workplace);
  }

  @Override
  protected PickerState after(PickerState before, Recorded<PickerEvent> recorded) {
    return recorded.event().after(before, recorded.cause(), recorded.engineTime());
  }

  @Override
  public SignalHandler<PickerState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::recovered)
        .onSignal(PostStop.instance(), state -> actions.stop())
        .build();
  }

  private void recovered(PickerState state) {
    actions.startAgain(state);
    context.getSelf().tell(new SessionDue());
  }

  @Override
  public CommandHandler<PickerCommand, Recorded<PickerEvent>, PickerState> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Take.class, this::onTake)
        .onCommand(Recall.class, this::onRecall)
        .onCommand(Conclude.class, this::onConclude)
        .onCommand(Act.class, this::onAct)
        .onCommand(RobotSeen.class, this::onRobotSeen)
        .onCommand(Describe.class, this::onDescribe)
        .onCommand(SessionDue.class, this::onSessionDue)
        .onCommand(Remind.class, this::onRemind)
        .onCommand(Submitted.class, this::onSubmitted)
        .onCommand(StatusKnown.class, this::onStatusKnown)
        .onCommand(Unanswered.class, this::onUnanswered)
        .onCommand(Reported.class, this::onReported)
        .onCommand(OpeningAcquired.class, this::onOpeningAcquired)
        .onCommand(OpeningReleased.class, this::onOpeningReleased)
        .onCommand(DockAcquired.class, this::onDockAcquired)
        .onCommand(UnloadReceived.class, this::onUnloadReceived)
        .onCommand(LiftRecorded.class, this::onLiftRecorded)
        .build();
  }

  private Effect<Recorded<PickerEvent>, PickerState> onTake(PickerState state, Take command) {
    if (state.run().filter(run -> run.task().equals(command.task())).isPresent()) {
      actions.noticesTo(command.notices());
      return Effect().none().thenRun(actions::remind);
    }
    var refusal = TaskRefusal.of(state, command.task());
    if (refusal.isPresent()) {
      actions.refuse(command, refusal.get());
      return Effect().none();
    }
    actions.noticesTo(command.notices());
    LOG.info("picker={} task={} taken", workplace.id(), command.task().taskId());
    return happen(state, List.of(new TaskTaken(command.task())), command.cause());
  }

  private Effect<Recorded<PickerEvent>, PickerState> onRecall(PickerState state, Recall command) {
    var id = command.taskId();
    var run = state.run().filter(r -> r.taskId().equals(id) && r.mayBegin());
    if (run.isEmpty()) {
      return Effect().none();
    }
    LOG.info("picker={} task={} recalled", workplace.id(), id);
    return happen(state, List.of(new TaskRecalled(id)), run.get().cause().because(id));
  }

  private Effect<Recorded<PickerEvent>, PickerState> onConclude(
      PickerState state, Conclude command) {
    var over = state.runAt(Stage.OVER, command.taskId());
    if (over.isEmpty()) {
      return Effect().none();
    }
    LOG.info("picker={} task={} concluded", workplace.id(), command.taskId());
    var cause = over.get().cause().because(command.taskId());
    return happen(state, List.of(new TaskConcluded(command.taskId())), cause);
  }

  private Effect<Recorded<PickerEvent>, PickerState> onAct(PickerState state, Act command) {
    if (Decision.needsLook(state, command.action())) {
      actions.look(command);
      return Effect().none();
    }
    return act(state, command, Decision.of(state, command.action()));
  }

  private Effect<Recorded<PickerEvent>, PickerState> onRobotSeen(
      PickerState state, RobotSeen command) {
    return act(state, command.act(), Decision.of(state, command));
  }

  private Effect<Recorded<PickerEvent>, PickerState> act(
      PickerState state, Act command, Decision decision) {
    LOG.info("picker={} {}", workplace.id(), decision.event().action());
    return happen(state, List.of(decision.event()), command.cause())
        .thenReply(command.replyTo(), decision::answer);
  }

  private Effect<Recorded<PickerEvent>, PickerState> onDescribe(
      PickerState state, Describe command) {
    return Effect().reply(command.replyTo(), state.picture());
  }

  private Effect<Recorded<PickerEvent>, PickerState> onSessionDue(
      PickerState state, SessionDue command) {
    actions.session().begin();
    var id = workplace.id().value();
    var started = new EpochStarted(state.numbers().epoch() + 1);
    if (state.at(Stage.ELSEWHERE)) {
      return happen(state, List.of(started), Cause.policy(id, "", "start"));
    }
    return persist(started, Cause.policy(id, "", "start")).thenRun(actions::remind);
  }

  private Effect<Recorded<PickerEvent>, PickerState> onRemind(PickerState state, Remind command) {
    return Effect().none().thenRun(actions::remind);
  }

  private Effect<Recorded<PickerEvent>, PickerState> onSubmitted(
      PickerState state, Submitted command) {
    actions.answered(command.orderId());
    return hear(state, command.orderId(), order -> order.answered(command.answer()));
  }

  private Effect<Recorded<PickerEvent>, PickerState> onStatusKnown(
      PickerState state, StatusKnown command) {
    return hear(
        state,
        command.orderId(),
        order -> order.stands(command.status(), command.acceptedBefore()));
  }

  private Effect<Recorded<PickerEvent>, PickerState> onUnanswered(
      PickerState state, Unanswered command) {
    actions.answered(command.orderId());
    LOG.warn(
        "picker={} order={} the driver did not answer and will be asked again: {}",
        workplace.id(),
        command.orderId(),
        command.reason());
    return Effect().none();
  }

  private Effect<Recorded<PickerEvent>, PickerState> onReported(
      PickerState state, Reported command) {
    var orderId = command.report().orderId();
    if (!actions.session().follows(orderId)) {
      actions.session().drop(orderId);
      return Effect().none();
    }
    return hear(state, orderId, order -> order.reported(command.report()));
  }

  private Effect<Recorded<PickerEvent>, PickerState> hear(
      PickerState state, String orderId, Function<OpenOrder, Heard> hearing) {
    var open = state.openOrder(orderId).map(o -> new OpenOrder(state, o, time().now()));
    if (open.isEmpty()) {
      return Effect().none();
    }
    var heard = hearing.apply(open.get());
    return happen(state, heard.events(), open.get().cause())
        .thenRun(next -> actions.heard(heard, open.get().order(), next));
  }

  private Effect<Recorded<PickerEvent>, PickerState> onOpeningAcquired(
      PickerState state, OpeningAcquired command) {
    return work(state, command.answer().taskId(), List.of());
  }

  private Effect<Recorded<PickerEvent>, PickerState> onDockAcquired(
      PickerState state, DockAcquired command) {
    return work(state, command.answer().taskId(), command.answer().slots());
  }

  /** It is the picker's turn where the work of its task is. */
  private Effect<Recorded<PickerEvent>, PickerState> work(
      PickerState state, String taskId, List<Integer> slots) {
    var waiting = state.runAt(Stage.WAITING, taskId);
    if (waiting.isEmpty() || !actions.session().begun()) {
      return Effect().none();
    }
    var run = waiting.get();
    var order = order(state, Purpose.WORK, run.task().station(), slots);
    return happen(state, List.of(order), run.cause().because(taskId));
  }

  private Effect<Recorded<PickerEvent>, PickerState> onOpeningReleased(
      PickerState state, OpeningReleased command) {
    return paid(state, command.answer().taskId(), session -> session.paid(Debt.STATION));
  }

  private Effect<Recorded<PickerEvent>, PickerState> onUnloadReceived(
      PickerState state, UnloadReceived command) {
    return paid(state, command.answer().taskId(), session -> session.paid(Debt.STATION));
  }

  private Effect<Recorded<PickerEvent>, PickerState> onLiftRecorded(
      PickerState state, LiftRecorded command) {
    var tubeSeconds = command.answer().tubeSeconds();
    return paid(state, command.answer().taskId(), session -> session.rackPaid(tubeSeconds));
  }

  private Effect<Recorded<PickerEvent>, PickerState> paid(
      PickerState state, String taskId, Consumer<PickerSession> payment) {
    state
        .runAt(Stage.OVER, taskId)
        .ifPresent(
            run -> {
              payment.accept(actions.session());
              actions.settle(run);
            });
    return Effect().none();
  }

  /** Persists what has happened, and the order to drive, where that follows; then acts on it. */
  private EffectBuilder<Recorded<PickerEvent>, PickerState> happen(
      PickerState state, List<? extends PickerEvent> events, Cause cause) {
    var all = new ArrayList<PickerEvent>(events);
    var next = state;
    for (var event : events) {
      next = event.after(next, cause, time().now());
    }
    if (next.at(Stage.ELSEWHERE) && actions.session().begun()) {
      var station = next.run().orElseThrow().task().station();
      all.add(order(next, Purpose.TRAVEL, station, List.of()));
    }
    if (all.isEmpty()) {
      return Effect().none();
    }
    return persistAll(all.stream().map(e -> recorded(e, cause)).toList())
        .thenRun(after -> actions.proceed(state, after));
  }

  private OrderCreated order(
      PickerState state, Purpose purpose, String station, List<Integer> slots) {
    var numbers = state.numbers();
    return new OrderCreated(
        orderIds.get(), numbers.sequence() + 1, numbers.epoch(), purpose, station, slots);
  }
}
