package org.givre.orchestrator.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Follows the event stream through all restarts, each time from the last event that it has seen,
 * and remembers every one. What it has seen once must be in the journal for ever.
 */
final class Observer {
  private final List<Event> seen = new ArrayList<>();
  private int sessionStart;

  /** Follows an engine that has just started, until it is gone. */
  synchronized void follow(ApiClient api) {
    sessionStart = seen.size();
    var after = lastOffset();
    var thread = new Thread(() -> follow(api, after), "observer");
    thread.setDaemon(true);
    thread.start();
  }

  private void follow(ApiClient api, long after) {
    try {
      api.events(after, this::add);
    } catch (NoAnswer killed) {
      // The next engine goes on after the last event that was seen.
    }
  }

  private synchronized boolean add(Event event) {
    seen.add(event);
    notifyAll();
    return true;
  }

  synchronized long lastOffset() {
    return seen.isEmpty() ? 0 : seen.get(seen.size() - 1).offset();
  }

  /** All events, in the order in which they came. */
  synchronized List<Event> seen() {
    return List.copyOf(seen);
  }

  /** The first sign of a motion in this session. */
  synchronized Optional<Event> firstMotion() {
    return ofThisSession().filter(Event::ofMotion).findFirst();
  }

  /** What comes before a picker has connected is what the last session could not tell any more. */
  private Stream<Event> ofThisSession() {
    return seen.subList(sessionStart, seen.size()).stream()
        .dropWhile(event -> !event.type().equals("device.connected"));
  }

  /** Waits until {@code count} events of this session are of that kind, or the time is over. */
  synchronized void await(Predicate<Event> kind, int count, Duration atMost)
      throws InterruptedException {
    var end = System.nanoTime() + atMost.toNanos();
    var rest = atMost.toMillis();
    while (rest > 0 && ofThisSession().filter(kind).count() < count) {
      wait(rest);
      rest = (end - System.nanoTime()) / 1_000_000;
    }
  }
}
