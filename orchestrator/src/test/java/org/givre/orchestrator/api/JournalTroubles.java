package org.givre.orchestrator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A journal that does as a test says. */
final class JournalTroubles implements JournalCare {
  volatile Optional<String> stopped = Optional.empty();
  volatile Optional<String> full = Optional.empty();
  final List<Alarm> alarms = new ArrayList<>();
  private final List<Consumer<String>> told = new CopyOnWriteArrayList<>();

  /** Fails for good, and says so. */
  void stop(String why) {
    stopped = Optional.of(why);
    told.forEach(listener -> listener.accept(why));
  }

  @Override
  public void whenStopped(Consumer<String> listener) {
    told.add(listener);
    stopped.ifPresent(listener);
  }

  @Override
  public Optional<String> stopped() {
    return stopped;
  }

  @Override
  public Optional<String> full() {
    return full;
  }

  @Override
  public List<Alarm> alarms() {
    return List.copyOf(alarms);
  }
}
