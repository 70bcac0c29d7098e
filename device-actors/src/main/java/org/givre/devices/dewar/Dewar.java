package org.givre.devices.dewar;

import akka.actor.typed.Behavior;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.SignalHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.givre.devices.dewar.DewarCommand.Acquire;
import org.givre.devices.dewar.DewarCommand.Acquired;
import org.givre.devices.dewar.DewarCommand.Describe;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.dewar.DewarCommand.Release;
import org.givre.devices.dewar.DewarCommand.Released;
import org.givre.devices.dewar.DewarEvent.OpeningGranted;
import org.givre.devices.dewar.DewarEvent.OpeningReleased;
import org.givre.devices.journal.JournalledActor;
import org.givre.devices.journal.Recorded;
import org.givre.devices.time.EngineTime;
import org.givre.plans.store.DewarId;

/**
 * One dewar: the authority on whose turn it is at its opening, and on where its carousel stands.
 *
 * <p>First come, first served. Who has the opening is durable; who waits is not: pickers ask again
 * until they are answered. Whatever is repeated is answered again and persists nothing.
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
    return recorded.event().after(before);
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
        .onCommand(Describe.class, this::onDescribe)
        .build();
  }

  private Effect<Recorded<DewarEvent>, DewarState> onAcquire(DewarState state, Acquire command) {
    if (state.heldBy(command.taskId())) {
      return Effect().none().thenRun(() -> answer(command));
    }
    if (state.holder().isPresent()) {
      waiting.put(command.taskId(), command);
      return Effect().none();
    }
    return persistAll(List.of(granted(command))).thenRun(() -> answer(command));
  }

  private Effect<Recorded<DewarEvent>, DewarState> onRelease(DewarState state, Release command) {
    var answer = new Released(id, command.taskId());
    waiting.remove(command.taskId());
    if (!state.heldBy(command.taskId())) {
      return Effect().none().thenReply(command.replyTo(), same -> answer);
    }
    var slot = command.carouselSlot().orElse(state.carouselSlot());
    var next = waiting.values().stream().findFirst();
    var events = new ArrayList<Recorded<DewarEvent>>();
    events.add(recorded(new OpeningReleased(command.taskId(), slot), command.cause()));
    next.map(this::granted).ifPresent(events::add);
    return persistAll(events)
        .thenRun(() -> next.ifPresent(this::answer))
        .thenReply(command.replyTo(), free -> answer);
  }

  private Recorded<DewarEvent> granted(Acquire turn) {
    return recorded(new OpeningGranted(turn.taskId(), turn.picker()), turn.cause());
  }

  private void answer(Acquire granted) {
    waiting.remove(granted.taskId());
    granted.replyTo().tell(new Acquired(id, granted.taskId()));
  }

  private Effect<Recorded<DewarEvent>, DewarState> onDescribe(DewarState state, Describe command) {
    var picture = new DewarPicture(id, state.carouselSlot(), state.holder());
    return Effect().reply(command.replyTo(), picture);
  }
}
