package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskGuardTest {
  private static final long MEBIBYTE = 1 << 20;

  /** Alarm, stop, floor, ballast. */
  private static final DiskSettings SETTINGS =
      new DiskSettings(100 * MEBIBYTE, 30 * MEBIBYTE, 20 * MEBIBYTE, 4 * MEBIBYTE);

  @TempDir Path journal;
  private final List<DiskLevel> told = new ArrayList<>();
  private long free = 200 * MEBIBYTE;
  private Path ballast;
  private DiskGuard guard;

  @BeforeEach
  void start() {
    ballast = journal.resolve(Ballast.FILE);
    guard = guard(() -> free);
  }

  private DiskGuard guard(FreeSpace freeSpace) {
    return new DiskGuard(
        SETTINGS,
        freeSpace,
        new Ballast(journal, SETTINGS.ballast()),
        (level, bytes) -> told.add(level));
  }

  private DiskLevel check(long mebibytes) throws IOException {
    free = mebibytes * MEBIBYTE;
    return guard.check(0);
  }

  private void load() throws IOException {
    assertThat(check(200)).isEqualTo(DiskLevel.PLENTY);
    guard.reload();
    assertThat(ballast).hasSize(SETTINGS.ballast());
  }

  @Test
  void followsTheFreeSpaceWhileTheBallastIsThere() throws Exception {
    load();
    assertThat(check(99)).isEqualTo(DiskLevel.LOW);
    assertThat(check(31)).isEqualTo(DiskLevel.LOW);
    assertThat(check(120)).isEqualTo(DiskLevel.PLENTY);
    assertThat(told).containsExactly(DiskLevel.LOW, DiskLevel.PLENTY);
  }

  @Test
  void givesUpTheBallastAndTakesNoNewWorkUntilItFitsAgain() throws Exception {
    load();
    assertThat(check(29)).isEqualTo(DiskLevel.STOP);
    assertThat(ballast).doesNotExist();
    assertThat(check(37)).isEqualTo(DiskLevel.STOP);
    guard.reload();
    assertThat(ballast).doesNotExist();
    assertThat(check(39)).isEqualTo(DiskLevel.LOW);
    guard.reload();
    assertThat(ballast).hasSize(SETTINGS.ballast());
    assertThat(check(19)).isEqualTo(DiskLevel.FULL);
    assertThat(ballast).doesNotExist();
  }

  @Test
  void remembersAcrossARestartThatTheBallastIsGone() throws Exception {
    assertThat(check(37)).isEqualTo(DiskLevel.STOP);
    assertThat(check(39)).isEqualTo(DiskLevel.LOW);
  }

  @Test
  void makesABallastWholeThatWasCutShort() throws Exception {
    Files.write(ballast, new byte[(int) MEBIBYTE]);
    assertThat(check(37)).isEqualTo(DiskLevel.STOP);
    load();
  }

  @Test
  void givesUpWhatThereIsOfABallast() throws Exception {
    var unfinished = journal.resolve(Ballast.FILE + DurableFile.UNFINISHED);
    Files.write(unfinished, new byte[(int) MEBIBYTE]);
    assertThat(check(29)).isEqualTo(DiskLevel.STOP);
    assertThat(journal).isEmptyDirectory();
  }

  /** A commit asks for the disk's level while the ballast is half written. */
  @Test
  void keepsNoCommitWaitingWhileTheBallastIsWritten() throws Exception {
    var levels = new ArrayList<DiskLevel>();
    guard = guard(() -> space(levels));
    assertThat(guard.check(0)).isEqualTo(DiskLevel.LOW);
    guard.reload();
    assertThat(ballast).hasSize(SETTINGS.ballast());
    assertThat(levels).isNotEmpty().containsOnly(DiskLevel.LOW);
  }

  /** What is left beside an unfinished ballast. */
  private long space(List<DiskLevel> levels) throws IOException {
    var unfinished = journal.resolve(Ballast.FILE + DurableFile.UNFINISHED);
    var written = Files.exists(unfinished) ? Files.size(unfinished) : 0;
    if (written == 2 * MEBIBYTE && levels.isEmpty()) {
      levels.add(DiskLevel.LOW);
      levels.add(elsewhere());
    }
    return 39 * MEBIBYTE - written;
  }

  private DiskLevel elsewhere() throws IOException {
    try {
      return CompletableFuture.supplyAsync(this::checked).get(20, TimeUnit.SECONDS);
    } catch (Exception waited) {
      throw new IOException(waited);
    }
  }

  private DiskLevel checked() {
    try {
      return guard.check(0);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void leavesNothingWhenTheRoomIsTakenWhileTheBallastIsWritten() throws Exception {
    assertThat(check(200)).isEqualTo(DiskLevel.PLENTY);
    free = 33 * MEBIBYTE;
    guard.reload();
    assertThat(journal).isEmptyDirectory();
    assertThat(check(33)).isEqualTo(DiskLevel.STOP);
  }
}
