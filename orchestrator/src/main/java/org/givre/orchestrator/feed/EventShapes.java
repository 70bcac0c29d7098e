package org.givre.orchestrator.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.givre.devices.journal.JournalEvent;

/** One shape for each kind of journalled event; looked up by class, never iterated. */
final class EventShapes {
  private final Map<Class<?>, BiFunction<JournalEvent, FeedEvent, Optional<Draft>>> shapes =
      new HashMap<>();

  /** Events of {@code type} are published as {@code shape} says. */
  <E extends JournalEvent> EventShapes publish(
      Class<E> type, BiFunction<E, FeedEvent, Draft> shape) {
    return put(type, (event, source) -> Optional.of(shape.apply(type.cast(event), source)));
  }

  /** Events of {@code type} are nobody's business: another event tells subscribers the same. */
  EventShapes keepSilent(Class<? extends JournalEvent> type) {
    return put(type, (event, source) -> Optional.empty());
  }

  private EventShapes put(
      Class<?> type, BiFunction<JournalEvent, FeedEvent, Optional<Draft>> shape) {
    if (shapes.put(type, shape) != null) {
      throw new IllegalStateException("Two shapes are given for " + type.getName());
    }
    return this;
  }

  Optional<PublicEvent> shape(FeedEvent source) {
    var shape = shapes.get(source.event().getClass());
    if (shape == null) {
      throw new IllegalStateException(
          "No public shape is given for %s; add one to its shapes"
              .formatted(source.event().getClass().getName()));
    }
    return shape.apply(source.event(), source).map(Draft::finished);
  }
}
