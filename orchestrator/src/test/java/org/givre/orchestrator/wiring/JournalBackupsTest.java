package org.givre.orchestrator.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.givre.journal.store.BackupReport;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.StoreId;
import org.givre.orchestrator.api.Backups.Backup;
import org.givre.orchestrator.api.Backups.Failure;
import org.givre.orchestrator.api.Backups.RefusedException;
import org.givre.orchestrator.api.Backups.State;
import org.givre.orchestrator.api.Backups.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalBackupsTest {
  @TempDir Path files;

  private JournalBackups backups(JournalBackups.Copying copying) {
    return new JournalBackups(files, copying, () -> 7, () -> "backup-1");
  }

  private Wanted into(String name) {
    return new Wanted(files.resolve(name), Optional.of(files));
  }

  private static BackupReport report(long lastOffset) {
    return new BackupReport(new StoreId("0".repeat(32)), lastOffset, 1, 1_000);
  }

  private Backup ended(JournalBackups backups) {
    var begun = backups.start(into("to"));
    while (true) {
      var backup = backups.backup(begun.id()).orElseThrow();
      if (backup.state() != State.RUNNING) {
        return backup;
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void areDoneWhenAllIsCopied() {
    var backup = ended(backups((to, progress) -> report(9)));
    assertThat(backup.state()).isEqualTo(State.DONE);
    assertThat(backup.doneEvents()).isEqualTo(9);
    assertThat(backup.failure()).isEmpty();
  }

  @Test
  void haveFailedWhateverWentWrong() {
    var backups =
        backups(
            (to, progress) -> {
              throw new OutOfMemoryError("Java heap space");
            });
    var backup = ended(backups);
    assertThat(backup.state()).isEqualTo(State.FAILED);
    assertThat(backup.failure())
        .hasValueSatisfying(
            why -> {
              assertThat(why.code()).isEqualTo("backup-failed");
              assertThat(why.detail()).contains("heap");
            });
  }

  @Test
  void tellWhyInWords() {
    var backup =
        ended(
            backups(
                (to, progress) -> {
                  throw new JournalStopped("The journal is closed.", null);
                }));
    assertThat(backup.failure()).hasValue(new Failure("journal-stopped", "The journal is closed."));
  }

  @Test
  void areMadeOneAtATime() {
    var end = new CountDownLatch(1);
    var backups =
        backups(
            (to, progress) -> {
              awaitUninterrupted(end);
              return report(7);
            });
    backups.start(into("first"));
    assertThatThrownBy(() -> backups.start(into("second")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("under way");
    end.countDown();
  }

  @Test
  void areOfTheDataDirectoryThatIsWanted() {
    var backups = backups((to, progress) -> report(7));
    for (var another : List.of("another", "to")) {
      var wanted = new Wanted(files.resolve("to"), Optional.of(files.resolve(another)));
      assertThatThrownBy(() -> backups.start(wanted))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining(files.toString());
    }
    var any = backups.start(new Wanted(files.resolve("to"), Optional.empty()));
    assertThat(any.directory()).isEqualTo(files.resolve("to"));
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
