package org.givre.orchestrator.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.givre.journal.store.DiskLevel;
import org.givre.journal.store.JournalDamage;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.StoreListener;
import org.givre.orchestrator.api.Alarm;
import org.givre.orchestrator.api.Alarm.Severity;
import org.givre.orchestrator.api.JournalCare;
import org.givre.orchestrator.api.ReadyCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of the journal's troubles, and tells: the API, which refuses what cannot be written; the
 * operator, by alarms; the engine, which leaves when the journal has stopped. Thread-safe.
 */
final class JournalWatch implements StoreListener, JournalCare, ReadyCheck {
  private static final Logger LOG = LoggerFactory.getLogger(JournalWatch.class);

  private final Clock wall;
  private volatile Optional<Alarm> disk = Optional.empty();
  private volatile Optional<Alarm> damage = Optional.empty();
  private volatile Optional<Alarm> slow = Optional.empty();
  private volatile Optional<Alarm> stopped = Optional.empty();
  private final List<Consumer<String>> toldWhenFull = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> toldWhenStopped = new CopyOnWriteArrayList<>();

  /**
   * Watches a journal.
   *
   * @param wall when alarms began
   */
  JournalWatch(Clock wall) {
    this.wall = wall;
  }

  @Override
  public void diskLevel(DiskLevel level, long freeBytes) {
    disk = alarm(level, freeBytes, wall.instant());
    disk.ifPresent(alarm -> LOG.warn("alarm={} {}", alarm.code(), alarm.message()));
    if (level.compareTo(DiskLevel.STOP) >= 0) {
      full().ifPresent(why -> toldWhenFull.forEach(told -> told.accept(why)));
    }
  }

  private static Optional<Alarm> alarm(DiskLevel level, long freeBytes, Instant since) {
    long megabytes = freeBytes >> 20;
    return switch (level) {
      case PLENTY -> Optional.empty();
      case LOW ->
          Optional.of(
              new Alarm(
                  "journal-disk-low",
                  Severity.WARNING,
                  since,
                  "The journal's disk has %d MiB left. Make room, or work will stop."
                      .formatted(megabytes)));
      case STOP, FULL ->
          Optional.of(
              new Alarm(
                  "journal-disk-full",
                  Severity.CRITICAL,
                  since,
                  "The journal's disk had %d MiB left: no new work is taken, and the site is held. Make room, then release the site."
                      .formatted(megabytes)));
    };
  }

  @Override
  public void stopped(JournalStopped why) {
    stopped =
        Optional.of(
            new Alarm(
                "journal-stopped",
                Severity.CRITICAL,
                wall.instant(),
                why.getMessage() + " Mend the disk and start the engine again."));
    stopped().ifPresent(reason -> toldWhenStopped.forEach(told -> told.accept(reason)));
  }

  @Override
  public void damaged(JournalDamage found) {
    LOG.error("alarm=journal-damaged offset={}", found.offset(), found);
    damage =
        Optional.of(
            new Alarm(
                "journal-damaged",
                Severity.CRITICAL,
                wall.instant(),
                String.valueOf(found.getMessage())));
  }

  @Override
  public void waiting(Duration waiting) {
    slow =
        waiting.isZero()
            ? Optional.empty()
            : Optional.of(
                new Alarm(
                    "journal-disk-slow",
                    Severity.WARNING,
                    wall.instant().minus(waiting),
                    "The journal's disk has not answered for %d s. Nothing is lost; nothing is acknowledged meanwhile. Look at the disk."
                        .formatted(waiting.toSeconds())));
    slow.ifPresent(alarm -> LOG.warn("alarm={} {}", alarm.code(), alarm.message()));
  }

  /** Calls {@code told} with the reason whenever there is no room for new work any more. */
  void whenFull(Consumer<String> told) {
    toldWhenFull.add(told);
    full().ifPresent(told);
  }

  @Override
  public Optional<String> stopped() {
    return stopped.map(Alarm::message);
  }

  @Override
  public void whenStopped(Consumer<String> told) {
    toldWhenStopped.add(told);
    stopped().ifPresent(told);
  }

  @Override
  public Optional<String> full() {
    return disk.filter(alarm -> alarm.severity() == Severity.CRITICAL).map(Alarm::message);
  }

  @Override
  public List<Alarm> alarms() {
    var alarms = new ArrayList<Alarm>();
    stopped.ifPresent(alarms::add);
    damage.ifPresent(alarms::add);
    disk.ifPresent(alarms::add);
    slow.ifPresent(alarms::add);
    return alarms;
  }

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public Optional<String> trouble() {
    return alarms().stream()
        .filter(alarm -> alarm.severity() == Severity.CRITICAL)
        .map(Alarm::message)
        .findFirst();
  }
}
