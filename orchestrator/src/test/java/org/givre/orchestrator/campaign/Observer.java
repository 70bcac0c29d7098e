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
  /**
   * On the wall: not everything that is looked at is an event, and views follow theirs; rare enough
   * to leave the engine its processor.
   */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final List<Event> seen = new ArrayList<>();
  private int sessionStart;
  private int session;
  private boolean following;

  /** Follows an engine that has just started, until it is gone. */
  synchronized void follow(ApiClient api) {
    sessionStart = seen.size();
    session++;
    following = true;
    var thread = new Thread(follower(api), "observer");
    thread.setDaemon(true);
    thread.start();
  }

  private Runnable follower(ApiClient api) {
    var after = lastOffset();
    var of = session;
    return () -> {
      try {
        api.events(after, this::add);
      } catch (NoAnswer killed) {
        // The next engine goes on after the last event that was seen.
      } finally {
        end(of);
      }
    };
  }

  /** The last engine's stream may be heard to end when the next one is followed already. */
  private synchronized void end(int of) {
    following = following && of != session;
    notifyAll();
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

  /**
   * Waits until {@code count} events of this session are of that kind, the engine is gone, or the
   * time is over.
   */
  synchronized void await(Predicate<Event> kind, int count, Duration atMost)
      throws InterruptedException {
    var deadline = Deadline.in(atMost);
    while (following && !deadline.isOver() && ofThisSession().filter(kind).count() < count) {
      wait(deadline.millisLeft());
    }
  }

  /**
   * Looks whenever an event of that kind has come, and from time to time. Answers whether it has
   * come true before the time is over.
   */
  boolean comesTrue(Look look, Predicate<Event> kind, Duration atMost)
      throws NoAnswer, InterruptedException {
    var deadline = Deadline.in(atMost);
    var before = count();
    while (!look.isSo()) {
      if (deadline.isOver()) {
        return false;
      }
      awaitSince(before, kind);
      before = count();
    }
    return true;
  }

  private synchronized int count() {
    return seen.size();
  }

  private synchronized void awaitSince(int before, Predicate<Event> kind)
      throws InterruptedException {
    var deadline = Deadline.in(BETWEEN_LOOKS);
    while (!deadline.isOver() && seen.subList(before, seen.size()).stream().noneMatch(kind)) {
      wait(deadline.millisLeft());
    }
  }
}
