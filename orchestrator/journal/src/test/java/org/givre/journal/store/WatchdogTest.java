package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private final List<Duration> told = new ArrayList<>();
  private Duration writing = Duration.ZERO;
  private final Watchdog watchdog = new Watchdog(() -> writing, new Hearing());

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
    writing = Duration.ofSeconds(7);
    watchdog.look();
    watchdog.look();
    writing = Duration.ZERO;
    watchdog.look();
    watchdog.look();
    assertThat(told).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7), Duration.ZERO);
  }

  @Test
  void isQuietWhileWritesAreQuick() {
    writing = Watchdog.PATIENCE;
    watchdog.look();
    writing = Duration.ZERO;
    watchdog.look();
    assertThat(told).isEmpty();
  }
}
