package org.givre.devices.port;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EffectBuilder;
import akka.persistence.typed.javadsl.SignalHandler;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.action.ServiceAnswer;
import org.givre.devices.journal.JournalledActor;
import org.givre.devices.journal.Recorded;
import org.givre.devices.port.PortCommand.Acquire;
import org.givre.devices.port.PortCommand.Acquired;
import org.givre.devices.port.PortCommand.Act;
import org.givre.devices.port.PortCommand.Describe;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.devices.port.PortCommand.Received;
import org.givre.devices.port.PortCommand.ReportReceived;
import org.givre.devices.port.PortCommand.ServeWaiting;
import org.givre.devices.port.PortCommand.Vacate;
import org.givre.devices.port.PortEvent.DockGranted;
import org.givre.devices.port.PortEvent.PortActed;
import org.givre.devices.port.PortEvent.TubesReceived;
import org.givre.devices.time.EngineTime;

/**
 * One port: the authority on whose turn it is to dock, and on which slots of its buffer are taken.
 *
 * <p>First come, first served, and only while it is in service: whoever has docked finishes. Who
 * comes first waits until the buffer has room for all its tubes. A batch is cleared a fixed time
 * after its unload. Who has the dock is durable; who waits is not: pickers ask again until they are
 * answered. Whatever is repeated is answered again and persists nothing.
 */
public final class Port extends JournalledActor<PortCommand, PortEvent, PortState> {
  private final org.givre.plans.store.Port port;
  private final TimerScheduler<PortCommand> timers;

  /** By task, in the order of arrival; at most one for each picker. */
  private final Map<String, Acquire> waiting = new LinkedHashMap<>();

  /** A port whose dock and buffer are free unless the journal knows better. */
  public static Behavior<PortCommand> create(org.givre.plans.store.Port port, EngineTime time) {
    return Behaviors.withTimers(timers -> new Port(port, time, timers));
  }

  private Port(
      org.givre.plans.store.Port port, EngineTime time, TimerScheduler<PortCommand> timers) {
    super(PersistenceId.of("port", port.id().value()), time);
    this.port = port;
    this.timers = timers;
  }

  @Override
  public PortState emptyState() {
    return PortState.UNTOUCHED;
  }

  @Override
  protected PortState after(PortState before, Recorded<PortEvent> recorded) {
    return recorded.event().after(before.at(recorded.engineTime()), recorded);
  }

  @Override
  public SignalHandler<PortState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), state -> waiting.clear())
        .build();
  }

  @Override
  public CommandHandler<PortCommand, Recorded<PortEvent>, PortState> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Acquire.class, this::onAcquire)
        .onCommand(ReportReceived.class, this::onReportReceived)
        .onCommand(ServeWaiting.class, this::onServeWaiting)
        .onCommand(Act.class, this::onAct)
        .onCommand(Vacate.class, this::onVacate)
        .onCommand(Describe.class, this::onDescribe)
        .build();
  }

  private Effect<Recorded<PortEvent>, PortState> onAcquire(PortState state, Acquire command) {
    if (state.dockedFor(command.taskId())) {
      return Effect().none().thenRun(() -> answer(command, state.docked().orElseThrow()));
    }
    waiting.put(command.taskId(), command);
    return persistAndServe(state, List.of());
  }

  private Effect<Recorded<PortEvent>, PortState> onReportReceived(
      PortState state, ReportReceived command) {
    var answer = new Received(port.id(), command.taskId());
    waiting.remove(command.taskId());
    if (state.isOver(command.taskId())) {
      return Effect().reply(command.replyTo(), answer);
    }
    var clearMicros = Math.round(port.clearSeconds() * 1e6);
    var cleared = command.ended().plus(clearMicros, ChronoUnit.MICROS);
    var received = new TubesReceived(command.taskId(), command.tubes(), cleared);
    return persistAndServe(state, List.of(recorded(received, command.cause())))
        .thenReply(command.replyTo(), free -> answer);
  }

  private Effect<Recorded<PortEvent>, PortState> onServeWaiting(
      PortState state, ServeWaiting command) {
    return persistAndServe(state, List.of());
  }

  /** Persists {@code events}, and in the same write the turn of the next if it can have it. */
  private EffectBuilder<Recorded<PortEvent>, PortState> persistAndServe(
      PortState before, List<Recorded<PortEvent>> events) {
    var state = before;
    for (var event : events) {
      state = after(state, event);
    }
    var all = new ArrayList<>(events);
    var turn = turn(state);
    turn.ifPresent(next -> all.add(recorded(next.grant(), next.asked().cause())));
    return all.isEmpty()
        ? Effect().none()
        : persistAll(all).thenRun(() -> turn.ifPresent(this::answer));
  }

  /** The turn of the first in the queue, if it can have it now. */
  private Optional<Turn> turn(PortState state) {
    var first = waiting.values().stream().findFirst();
    if (first.isEmpty() || !state.grants()) {
      return Optional.empty();
    }
    var asked = first.get();
    var free = state.freeSlots(port.bufferTubes(), time().now());
    if (free.size() < asked.tubes()) {
      lookAgainWhenCleared(state);
      return Optional.empty();
    }
    var slots = free.subList(0, asked.tubes());
    return Optional.of(new Turn(asked, new DockGranted(asked.taskId(), asked.picker(), slots)));
  }

  private record Turn(Acquire asked, DockGranted grant) {}

  private void lookAgainWhenCleared(PortState state) {
    state
        .nextCleared(time().now())
        .map(time()::timerUntil)
        .ifPresent(delay -> timers.startSingleTimer(new ServeWaiting(), delay));
  }

  private void answer(Turn turn) {
    waiting.remove(turn.asked().taskId());
    answer(turn.asked(), turn.grant());
  }

  private void answer(Acquire asked, DockGranted grant) {
    asked.replyTo().tell(new Acquired(port.id(), grant.taskId(), grant.slots()));
  }

  private Effect<Recorded<PortEvent>, PortState> onAct(PortState state, Act command) {
    var refusal = state.service().refusal(command.action(), false);
    var decided = command.action().decided(refusal);
    return persistAndServe(state, List.of(recorded(new PortActed(decided), command.cause())))
        .thenReply(command.replyTo(), next -> answer(next, decided));
  }

  private ActionAnswer answer(PortState state, ActionRecord decided) {
    var answer = new ServiceAnswer("Port " + port.id(), state.service(), false);
    return answer.to(decided, state.docked().isPresent());
  }

  private Effect<Recorded<PortEvent>, PortState> onVacate(PortState state, Vacate command) {
    waiting.values().removeIf(turn -> turn.picker().equals(command.picker()));
    List<Recorded<PortEvent>> received =
        state.docked().stream()
            .filter(grant -> grant.picker().equals(command.picker()))
            .map(grant -> new TubesReceived(grant.taskId(), List.of(), time().now()))
            .map(event -> recorded(event, command.cause()))
            .toList();
    return persistAndServe(state, received);
  }

  private Effect<Recorded<PortEvent>, PortState> onDescribe(PortState state, Describe command) {
    var free = state.freeSlots(port.bufferTubes(), time().now()).size();
    var docked = state.docked().map(DockGranted::taskId);
    var picture = new PortPicture(port.id(), free, docked, state.service());
    return Effect().reply(command.replyTo(), picture);
  }
}
