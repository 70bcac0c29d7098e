package org.givre.orchestrator.view;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.givre.devices.journal.JournalEvent;
import org.givre.orchestrator.feed.FeedEvent;

/**
 * What a book does about each kind of event; kinds that it does not name leave it as it is. Looked
 * up by class, never iterated.
 */
final class EventHandlers {
  private final Map<Class<?>, BiConsumer<JournalEvent, FeedEvent>> handlers = new HashMap<>();

  <E extends JournalEvent> EventHandlers on(Class<E> type, BiConsumer<E, FeedEvent> handler) {
    handlers.merge(type, (event, at) -> handler.accept(type.cast(event), at), BiConsumer::andThen);
    return this;
  }

  void handle(FeedEvent event) {
    var handler = handlers.get(event.event().getClass());
    if (handler != null) {
      handler.accept(event.event(), event);
    }
  }
}
