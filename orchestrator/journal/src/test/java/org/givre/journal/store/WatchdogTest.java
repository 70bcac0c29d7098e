package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private final List<Duration> told = new ArrayList<>();
  private Optional<Instant> writingSince = Optional.empty();
  private final Watchdog watchdog =
      new Watchdog(() -> writingSince, Clock.fixed(NOW, ZoneOffset.UTC), new Hearing());

  private final class Hearing implements StoreListener {
    @Override
    public void diskLevel(DiskLevel level, long freeBytes) {}

    @Override
    public void stopped(JournalStopped why) {}

    @Override
    public void damaged(JournalDamage damage) {}

    @Override
    public void waiting(Duration waiting) {
      told.add(waiting);
    }
  }

  @Test
  void tellsOfAWriteThatDoesNotComeBackAndThatItHas() {
    writingSince = Optional.of(NOW.minusSeconds(7));
    watchdog.look();
    watchdog.look();
    writingSince = Optional.empty();
    watchdog.look();
    watchdog.look();
    assertThat(told).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7), Duration.ZERO);
  }

  @Test
  void isQuietWhileWritesAreQuick() {
    writingSince = Optional.of(NOW.minus(Watchdog.PATIENCE));
    watchdog.look();
    writingSince = Optional.empty();
    watchdog.look();
    assertThat(told).isEmpty();
  }
}
