package org.givre.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.givre.journal.faults.SmallDisk;
import org.givre.journal.store.Progress;
import org.givre.journal.store.SnapshotName;
import org.givre.journal.store.StoreListener;
import org.givre.journal.store.StoredSnapshot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk of its own is filled by a process that goes on whatever it is told. LevelDB's
 * memory-mapped files would kill it with SIGBUS on a full disk: the guard must come first.
 */
class DiskFullTest {
  @TempDir Path directory;

  @Test
  void stopsBeforeTheDiskIsFullAndGoesOnWhenThereIsRoom() throws Exception {
    fill(180, 1_000, 1, 125, 115, 100, 8);
  }

  /** As {@code reference.conf} has it, with a lower alarm; some sizes, to meet compactions. */
  @Test
  @Tag("campaign")
  void stopsWithTheUsualSettings() throws Exception {
    for (var mebibytes : List.of(1_300, 1_450, 1_600)) {
      fill(mebibytes, 3_000, 32, 1_000, 768, 584, 128);
    }
  }

  /** No LevelDB is open there: nothing but the backup fails. */
  @Test
  void aFullDiskOfABackupFailsTheBackupAlone() throws Exception {
    var settings = Load.settings(directory.resolve("journal"));
    try (var disk = SmallDisk.mount(directory.resolve("disk"), 2);
        var journal = Load.open(settings, StoreListener.none())) {
      var store = journal.store();
      store.append(List.of(Load.next("p-0-1", 0))).join();
      for (var n = 1; n <= 3; n++) {
        var name = new SnapshotName("p-0-1", n, n);
        journal.snapshots().save(new StoredSnapshot(name, new byte[0], new byte[1 << 20]));
      }
      assertThatThrownBy(() -> store.backup(disk.path().resolve("backup"), true, Progress.none()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left on device");
      store.append(List.of(Load.next("p-0-1", 1))).join();
    }
  }

  /** MiB of the disk and of the disk that it becomes, then those of {@link FillingMain}. */
  private void fill(int mebibytes, int later, Integer... settings) throws Exception {
    try (var disk = SmallDisk.mount(directory.resolve("disk"), mebibytes)) {
      var journal = disk.path().resolve("journal");
      var acknowledged = untilFull(journal, settings);
      assertThat(journal.resolve("ballast")).doesNotExist();
      disk.resize(disk.usedMebibytes() + settings[3] / 2);
      assertThat(run(journal, 0, settings)).anyMatch(line -> line.startsWith("REFUSED DISK_FULL"));
      disk.resize(later);
      var restarted = run(journal, acknowledged + 1_000, settings);
      assertThat(restarted).noneMatch(line -> line.startsWith("STOPPED"));
      assertThat(number(restarted, "READ")).isGreaterThanOrEqualTo(acknowledged + 1_000);
      assertThat(Files.size(journal.resolve("ballast"))).isEqualTo((long) settings[4] << 20);
      System.out.printf(
          "Disk full: mebibytes=%d settings=%s acknowledged=%d%n",
          mebibytes, Arrays.toString(settings), acknowledged);
    }
  }

  private static long untilFull(Path journal, Integer... settings) throws IOException {
    var lines = run(journal, 1_000_000_000, settings);
    assertThat(lines).containsSubsequence("LEVEL LOW", "LEVEL STOP", "LEVEL FULL");
    assertThat(lines).anyMatch(line -> line.startsWith("STOPPED") && line.contains("make room"));
    var acknowledged = number(lines, "ACKNOWLEDGED");
    assertThat(number(lines, "READ")).isGreaterThanOrEqualTo(acknowledged);
    return acknowledged;
  }

  private static List<String> run(Path journal, long events, Integer... settings)
      throws IOException {
    var arguments = new String[7];
    arguments[0] = journal.toString();
    for (var n = 0; n < settings.length; n++) {
      arguments[n + 1] = settings[n].toString();
    }
    arguments[6] = Long.toString(events);
    try (var process = JavaProcess.start(FillingMain.class, Map.of(), arguments)) {
      assertThat(process.exit()).as(process.text()).isZero();
      return process.text().lines().toList();
    }
  }

  private static long number(List<String> lines, String name) {
    var line = lines.stream().filter(text -> text.startsWith(name + " ")).findFirst().orElseThrow();
    return Long.parseLong(line.substring(name.length() + 1));
  }
}
