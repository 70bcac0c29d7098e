package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever meets damage, the listener is told. */
class DamageToldTest {
  @TempDir Path parent;
  private final Heard heard = new Heard();
  private JournalStore store;

  @BeforeEach
  void damage() {
    var journal = parent.resolve("journal");
    var settings =
        JournalStoreTest.quiet(journal, journal).withArchive(new ArchiveSettings(10, 90));
    store = JournalStoreTest.open(settings, heard);
    ArchiveTest.fill(store);
    store.internals().db().write(batch -> batch.delete(KeyLayout.block(40, 0)));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private void told(ThrowingCallable reading) {
    assertThatThrownBy(reading).isInstanceOf(JournalDamage.class);
    assertThat(heard.damages()).extracting(JournalDamage::offset).containsExactly(40L);
  }

  @Test
  void byAReader() {
    told(() -> store.events(0, 100));
    assertThat(heard.stops()).isEmpty();
  }

  @Test
  void byABackup() {
    told(() -> store.backup(parent.resolve("backup"), false, Progress.none()));
    assertThat(heard.stops()).isEmpty();
  }

  @Test
  void byAnExport() {
    told(() -> store.export(event -> "1", line -> {}, Progress.none()));
    assertThat(heard.stops()).isEmpty();
  }

  @Test
  void byWhatIsArchivedWhichStopsTheJournal() {
    told(store::archive);
    assertThat(heard.stops()).hasSize(1);
  }
}
