package org.givre.journal.akka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import org.givre.journal.store.ArchiveSettings;
import org.givre.journal.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalSettingsTest {
  private static StoreSettings read(String settings) {
    return JournalSettings.read(
        ConfigFactory.parseString(settings).withFallback(ConfigFactory.load()).resolve(),
        JournalExtension.ROOT);
  }

  @Test
  void areTheUsualOnesUnlessSomethingIsSaid() {
    assertThat(read("givre-journal.dir = /some/where"))
        .isEqualTo(StoreSettings.usual(Path.of("/some/where")));
  }

  @Test
  void keepKeysElsewhere() {
    assertThat(read("givre-journal { dir = /a, key-dir = /b }").keyDirectory())
        .isEqualTo(Path.of("/b"));
  }

  @Test
  void archiveWhenItIsAskedFor() {
    var settings =
        read("givre-journal { dir = /a, archive { keep-events = 5000, segment-events = 100 } }");
    assertThat(settings.archive()).isEqualTo(new ArchiveSettings(5_000, 100));
    assertThat(read("givre-journal.dir = /a").archive()).isEqualTo(ArchiveSettings.off());
  }

  @Test
  void needADirectory() {
    assertThatThrownBy(() -> read(""))
        .hasMessage("givre-journal.dir is not set. Give the journal a directory of its own.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leveldb.write-buffer = 1k | givre-journal.leveldb.write-buffer must be between 65536",
        "leveldb.open-files = 3 | givre-journal.leveldb.open-files must be between 64",
        "commit.max-queued-writes = 0 | givre-journal.commit.max-queued-writes must be between 1",
        "commit.max-write-bytes = 1GiB | givre-journal.commit.max-write-bytes must be between",
        "commit.anchor-interval = 0s | givre-journal.commit.anchor-interval in ms must be between",
        "archive.segment-events = 0 | An archive keeps 0 or more events",
        "disk.stop-below = 3GiB | Watermarks must fall from alarm-below",
        "disk.floor = 579MiB | LevelDB may write 608174080 bytes without being asked",
        "disk.floor = much | The journal's settings at givre-journal cannot be read",
      })
  void refuseWhatMakesNoSense(String setting, String message) {
    assertThatThrownBy(() -> read("givre-journal { dir = /a, %s }".formatted(setting)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
