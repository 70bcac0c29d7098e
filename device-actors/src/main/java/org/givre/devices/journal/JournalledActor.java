package org.givre.devices.journal;

import akka.actor.typed.SupervisorStrategy;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.EffectBuilder;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.givre.devices.time.EngineTime;

/**
 * An actor whose state follows from journalled events alone. Every event is stored with its cause
 * and both times, and with the tag by which the feed finds it.
 *
 * <p>When the journal refuses to write, the actor starts again from what is durable, later and
 * later: what it held in memory only is lost, as after a crash.
 *
 * @param <C> what it can be asked or told
 * @param <E> what can happen to it
 * @param <S> what it remembers
 */
public abstract class JournalledActor<C, E extends JournalEvent, S>
    extends EventSourcedBehavior<C, Recorded<E>, S> {
  /** Every event has this tag: the read side follows the whole journal by it. */
  public static final String TAG = "all";

  /** Soon enough that a hiccup of the disk goes unnoticed. */
  private static final Duration FIRST_RESTART = Duration.ofMillis(200);

  /** Late enough not to hammer a journal that is down; short for an operator who waits. */
  private static final Duration LAST_RESTART = Duration.ofSeconds(10);

  /** None: which actor restarts first must not be left to chance. */
  private static final double RESTART_JITTER = 0;

  private final EngineTime time;

  protected JournalledActor(PersistenceId id, EngineTime time) {
    super(id, SupervisorStrategy.restartWithBackoff(FIRST_RESTART, LAST_RESTART, RESTART_JITTER));
    this.time = time;
  }

  /** The state that an event leads to; used when it happens and again at every start. */
  protected abstract S after(S before, Recorded<E> recorded);

  @Override
  public final EventHandler<S, Recorded<E>> eventHandler() {
    return this::after;
  }

  @Override
  public final Set<String> tagsFor(Recorded<E> recorded) {
    return Set.of(TAG);
  }

  /** The clocks by which events are stamped. */
  protected final EngineTime time() {
    return time;
  }

  /** Persists one event. */
  protected final EffectBuilder<Recorded<E>, S> persist(E event, Cause cause) {
    return Effect().persist(Recorded.of(event, cause, time));
  }

  /** Persists several events, each with its own cause: all or none. */
  protected final EffectBuilder<Recorded<E>, S> persistAll(List<Recorded<E>> recorded) {
    return Effect().persist(recorded);
  }

  /** Stamps an event that is to be persisted with others. */
  protected final Recorded<E> recorded(E event, Cause cause) {
    return Recorded.of(event, cause, time);
  }
}
