package org.givre.orchestrator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal that does as a test says. */
final class JournalTroubles implements JournalCare {
  volatile Optional<String> stopped = Optional.empty();
  volatile Optional<String> full = Optional.empty();
  final List<Alarm> alarms = new ArrayList<>();

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
