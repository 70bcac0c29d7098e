package org.givre.devices.dewar;

import akka.actor.typed.Behavior;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EffectBuilder;
import akka.persistence.typed.javadsl.SignalHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.action.ServiceAnswer;
import org.givre.devices.dewar.DewarCommand.Acquire;
import org.givre.devices.dewar.DewarCommand.Acquired;
import org.givre.devices.dewar.DewarCommand.Act;
import org.givre.devices.dewar.DewarCommand.Describe;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.dewar.DewarCommand.Release;
import org.givre.devices.dewar.DewarCommand.Released;
import org.givre.devices.dewar.DewarCommand.Vacate;
import org.givre.devices.dewar.DewarEvent.DewarActed;
import org.givre.devices.dewar.DewarEvent.OpeningGranted;
import org.givre.devices.dewar.DewarEvent.OpeningReleased;
import org.givre.devices.journal.JournalledActor;
import org.givre.devices.journal.Recorded;
import org.givre.devices.time.EngineTime;
import org.givre.plans.store.DewarId;

/**
 * One dewar: the authority on whose turn it is at its opening, and on where its carousel stands.
 *
 * <p>First come, first served, and only while it is in service: whoever has the opening finishes.
 * Who has the opening is durable; who waits is not: pickers ask again until they are answered.
 * Whatever is repeated is answered again and persists nothing.
 */
public final class Dewar extends JournalledActor<DewarCommand, DewarEvent, DewarState> {
  private final DewarId id;

  /** By task, in the order of arrival; at most one for each picker. */
  private final Map<String, Acquire> waiting = new LinkedHashMap<>();

  /** A dewar whose opening is free unless the journal knows better. */
  public static Behavior<DewarCommand> create(DewarId id, EngineTime time) {
    return new Dewar(id, time);
  }

  private Dewar(DewarId id, EngineTime time) {
    super(PersistenceId.of("dewar", id.value()), time);
    this.id = id;
  }

  @Override
  public DewarState emptyState() {
    return DewarState.UNTOUCHED;
  }

  @Override
  protected DewarState after(DewarState before, Recorded<DewarEvent> recorded) {
    return recorded.event().after(before, recorded);
  }

  @Override
  public SignalHandler<DewarState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), state -> waiting.clear())
        .build();
  }

  @Override
  public CommandHandler<DewarCommand, Recorded<DewarEvent>, DewarState> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Acquire.class, this::onAcquire)
        .onCommand(Release.class, this::onRelease)
        .onCommand(Act.class, this::onAct)
        .onCommand(Vacate.class, this::onVacate)
        .onCommand(Describe.class, this::onDescribe)
        .build();
  }

  private Effect<Recorded<DewarEvent>, DewarState> onAcquire(DewarState state, Acquire command) {
    if (state.heldBy(command.taskId())) {
      return Effect().none().thenRun(() -> answer(command));
    }
    waiting.put(command.taskId(), command);
    return persistAndServe(state, List.of());
  }

  private Effect<Recorded<DewarEvent>, DewarState> onRelease(DewarState state, Release command) {
    var answer = new Released(id, command.taskId());
    waiting.remove(command.taskId());
    if (!state.heldBy(command.taskId())) {
      return Effect().none().thenReply(command.replyTo(), same -> answer);
    }
    var slot = command.carouselSlot().orElse(state.carouselSlot());
    var released = recorded(new OpeningReleased(command.taskId(), slot), command.cause());
    return persistAndServe(state, List.of(released)).thenReply(command.replyTo(), free -> answer);
  }

  private Effect<Recorded<DewarEvent>, DewarState> onAct(DewarState state, Act command) {
    var refusal = state.service().refusal(command.action(), false);
    var decided = command.action().decided(refusal);
    return persistAndServe(state, List.of(recorded(new DewarActed(decided), command.cause())))
        .thenReply(command.replyTo(), next -> answer(next, decided));
  }

  private ActionAnswer answer(DewarState state, ActionRecord decided) {
    var answer = new ServiceAnswer("Dewar " + id, state.service(), false);
    return answer.to(decided, state.holder().isPresent());
  }

  private Effect<Recorded<DewarEvent>, DewarState> onVacate(DewarState state, Vacate command) {
    waiting.values().removeIf(turn -> turn.picker().equals(command.picker()));
    List<Recorded<DewarEvent>> released =
        state.holder().stream()
            .filter(holder -> holder.picker().equals(command.picker()))
            .map(holder -> new OpeningReleased(holder.taskId(), state.carouselSlot()))
            .map(event -> recorded(event, command.cause()))
            .toList();
    return persistAndServe(state, released);
  }

  /** Persists {@code events}, and in the same write the turn of the next if it can have it. */
  private EffectBuilder<Recorded<DewarEvent>, DewarState> persistAndServe(
      DewarState before, List<Recorded<DewarEvent>> events) {
    var state = before;
    for (var event : events) {
      state = after(state, event);
    }
    var next = state.grants() ? waiting.values().stream().findFirst() : Optional.<Acquire>empty();
    var all = new ArrayList<>(events);
    next.map(this::granted).ifPresent(all::add);
    return all.isEmpty()
        ? Effect().none()
        : persistAll(all).thenRun(() -> next.ifPresent(this::answer));
  }

  private Recorded<DewarEvent> granted(Acquire turn) {
    return recorded(new OpeningGranted(turn.taskId(), turn.picker()), turn.cause());
  }

  private void answer(Acquire granted) {
    waiting.remove(granted.taskId());
    granted.replyTo().tell(new Acquired(id, granted.taskId()));
  }

  private Effect<Recorded<DewarEvent>, DewarState> onDescribe(DewarState state, Describe command) {
    var picture = new DewarPicture(id, state.carouselSlot(), state.holder(), state.service());
    return Effect().reply(command.replyTo(), picture);
  }
}
