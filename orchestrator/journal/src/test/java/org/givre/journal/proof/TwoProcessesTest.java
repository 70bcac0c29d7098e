package org.givre.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.StoreListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory has one owner. */
class TwoProcessesTest {
  @TempDir Path directory;

  @Test
  void theSecondSaysWhoHoldsItAndLeaves() throws Exception {
    var journal = directory.resolve("journal");
    var acknowledged = new Acknowledged();
    try (var first = writer(journal)) {
      first.awaitLines("A", 10);
      assertThatThrownBy(() -> Load.open(Load.settings(journal), StoreListener.none()))
          .isInstanceOfSatisfying(
              JournalRefusal.class,
              refusal -> assertThat(refusal.reason()).isEqualTo(JournalRefusal.Reason.IN_USE))
          .hasMessageContaining("in use by process " + first.pid());
      try (var second = writer(journal)) {
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.text()).contains("in use by process " + first.pid());
      }
      first.awaitLines("A", 10);
      first.kill();
      acknowledged.note(first.text());
      try (var third = Load.open(Load.settings(journal), StoreListener.none())) {
        Audit.requireWhole(third, acknowledged);
      }
    }
  }

  private JavaProcess writer(Path journal) throws Exception {
    return JavaProcess.start(
        WriterMain.class,
        Map.of(),
        journal.toString(),
        directory.resolve("notes").toString(),
        "1",
        "1000000");
  }
}
