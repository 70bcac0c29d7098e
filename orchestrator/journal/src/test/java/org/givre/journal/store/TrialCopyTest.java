package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialCopyTest {
  /** A checksum that is none, a length of 4 bytes, a whole record, 4 bytes. */
  private static final byte[] TORN = {1, 2, 3, 4, 4, 0, 1, 5, 6, 7, 8};

  @TempDir Path journal;
  private Path database;
  private TrialCopy trial;

  @BeforeEach
  void fill() throws IOException {
    database = journal.resolve(Opening.DB);
    trial = new TrialCopy(journal, database);
    var usual = LevelDbSettings.usual();
    var small =
        new LevelDbSettings(usual.factory(), 64 << 10, 4 << 10, usual.cacheBytes(), 100, false);
    try (var db = LevelDb.open(database, small, true)) {
      for (var n = 0; n < 200; n++) {
        var key = new byte[] {1, (byte) n};
        db.write(batch -> batch.put(key, new byte[1_000]));
      }
    }
  }

  private List<Path> tables() throws IOException {
    try (var files = Files.list(database)) {
      return files.filter(file -> file.toString().endsWith(".sst")).sorted().toList();
    }
  }

  private boolean isShared(Path table) throws IOException {
    return Files.isSameFile(table, trial.path().resolve(table.getFileName()));
  }

  @Test
  void sharesTablesOnlyWhileTheirNumbersAreNotGivenAgain() throws IOException {
    trial.make();
    assertThat(tables()).isNotEmpty();
    for (var table : tables()) {
      assertThat(isShared(table)).isTrue();
    }
    Files.write(Descriptor.of(database).orElseThrow(), TORN, StandardOpenOption.APPEND);
    trial.make();
    for (var table : tables()) {
      assertThat(isShared(table)).isFalse();
      assertThat(trial.path().resolve(table.getFileName())).hasSameBinaryContentAs(table);
    }
  }
}
