package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartProofTest {
  private static final int EVENTS = 5_000;

  @TempDir Path directory;

  @BeforeEach
  void fill() throws Exception {
    try (var store = JournalStoreTest.open(directory)) {
      for (var n = 1; n <= EVENTS; n += 100) {
        store.append(List.of(JournalStoreTest.write("a", n, 100))).join();
      }
    }
  }

  /** How far an opening was, each time it said so. */
  private List<Told> opened() throws Exception {
    var told = new ArrayList<Told>();
    var outside =
        new JournalStore.Outside(Clock.systemUTC(), new SplittableRandom(1), new Hearing(told));
    JournalStore.open(JournalStoreTest.settings(directory), outside).close();
    return told;
  }

  private record Told(long done, long total) {}

  private record Hearing(List<Told> told) implements StoreListener {
    @Override
    public void diskLevel(DiskLevel level, long freeBytes) {}

    @Override
    public void stopped(JournalStopped why) {}

    @Override
    public void damaged(JournalDamage damage) {}

    @Override
    public void opening(long done, long total) {
      told.add(new Told(done, total));
    }
  }

  @Test
  void tellsHowMuchOfTheLedgerItHasRead() throws Exception {
    Files.delete(directory.resolve(Checkpoint.FILE));
    assertThat(opened())
        .hasSizeBetween(3, EVENTS / 100)
        .allMatch(told -> told.total() == EVENTS)
        .isSortedAccordingTo((one, other) -> Long.compare(one.done(), other.done()))
        .endsWith(new Told(EVENTS, EVENTS));
  }

  @Test
  void tellsNothingWhenTheCheckpointIsAtItsEnd() throws Exception {
    assertThat(opened()).isEmpty();
  }
}
