package org.givre.journal.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.givre.journal.store.AtomicWrite;
import org.givre.journal.store.CommitSettings;
import org.givre.journal.store.DiskLevel;
import org.givre.journal.store.DiskSettings;
import org.givre.journal.store.JournalDamage;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.LevelDbSettings;
import org.givre.journal.store.NewEvent;
import org.givre.journal.store.SnapshotName;
import org.givre.journal.store.StoreListener;
import org.givre.journal.store.StoreSettings;
import org.givre.journal.store.StoredSnapshot;

/**
 * A process that writes until its disk is full, then reads everything: directory, MiB of LevelDB's
 * write buffer, MiB of the alarm, the stop, the floor and the ballast, events to write at most.
 * Says each change of the disk's level, {@code STOPPED} and why, {@code READ} and how much.
 */
final class FillingMain {
  private static final int AT_ONCE = 64;
  private static final int PAYLOAD_BYTES = 4_000;
  private static final int SNAPSHOT_BYTES = 3 << 20;

  /** So many rounds of events, about as great as a snapshot. */
  private static final int SAVED_EVERY = 12;

  private static final String ID = "filling";

  private FillingMain() {}

  private static final class Loud implements StoreListener {
    @Override
    public void diskLevel(DiskLevel level, long freeBytes) {
      System.out.println("LEVEL " + level);
    }

    @Override
    public void stopped(JournalStopped why) {
      System.out.println("STOPPED " + why.getMessage());
    }

    @Override
    public void damaged(JournalDamage damage) {
      System.out.println("DAMAGED " + damage.getMessage());
    }
  }

  static StoreSettings settings(Path directory, int bufferMebibytes, long... mebibytes) {
    var usual = LevelDbSettings.usual();
    return new StoreSettings(
        directory,
        directory,
        new LevelDbSettings(
            usual.factory(), bufferMebibytes << 20, usual.blockBytes(), 8 << 20, 100, false),
        commits(),
        new DiskSettings(
            mebibytes[0] << 20, mebibytes[1] << 20, mebibytes[2] << 20, mebibytes[3] << 20));
  }

  /** As usual, but the disk is looked at more often. */
  private static CommitSettings commits() {
    var usual = CommitSettings.usual();
    return new CommitSettings(
        usual.queuedWrites(),
        usual.queuedBytes(),
        usual.blockBytes(),
        usual.writeBytes(),
        Duration.ofMillis(20),
        usual.checkpointBytes());
  }

  public static void main(String[] arguments) throws Exception {
    var numbers = new long[6];
    for (var n = 0; n < numbers.length; n++) {
      numbers[n] = Long.parseLong(arguments[n + 1]);
    }
    var settings =
        settings(
            Path.of(arguments[0]),
            (int) numbers[0],
            numbers[1],
            numbers[2],
            numbers[3],
            numbers[4]);
    try (var journal = Load.open(settings, new Loud())) {
      var store = journal.store();
      var acknowledged = fill(journal, numbers[5]);
      System.out.printf("ACKNOWLEDGED %d%n", acknowledged);
      awaitBallast(journal, settings, acknowledged);
      System.out.printf("READ %d%n", read(store));
    } catch (JournalRefusal refusal) {
      System.out.printf("REFUSED %s %s%n", refusal.reason(), refusal.getMessage());
    }
  }

  /** Returns the last sequence number that was acknowledged. */
  private static long fill(OpenJournal journal, long most) {
    var store = journal.store();
    var acknowledged = store.highestSequenceNumber(ID);
    var last = acknowledged;
    try {
      while (last < most) {
        var asked = new ArrayList<CompletableFuture<Long>>();
        for (var n = 0; n < AT_ONCE; n++) {
          var event = new NewEvent(++last, payload(last), List.of());
          asked.add(store.append(List.of(new AtomicWrite(ID, List.of(event)))));
        }
        for (var one : asked) {
          one.join();
          acknowledged++;
        }
        save(journal, acknowledged);
      }
    } catch (CompletionException stopped) {
      if (!(stopped.getCause() instanceof JournalStopped)) {
        throw stopped;
      }
    }
    return acknowledged;
  }

  /**
   * Saves a state now and then, and deletes the one before, so that snapshots are compacted too.
   */
  private static void save(OpenJournal journal, long sequenceNumber) {
    if (sequenceNumber / AT_ONCE % SAVED_EVERY == 0) {
      var name = new SnapshotName(ID, sequenceNumber, sequenceNumber);
      var content = new byte[SNAPSHOT_BYTES];
      new SplittableRandom(sequenceNumber).nextBytes(content);
      try {
        journal.snapshots().save(new StoredSnapshot(name, new byte[0], content));
        journal.snapshots().delete(ID, SnapshotWriter.upTo(sequenceNumber - 1));
      } catch (IllegalStateException noRoom) {
        System.out.println("UNSAVED " + noRoom.getMessage());
      }
    }
  }

  /** Goes on writing until the ballast is taken up, unless the journal has stopped. */
  private static void awaitBallast(OpenJournal journal, StoreSettings settings, long acknowledged)
      throws IOException {
    var store = journal.store();
    var ballast = settings.directory().resolve("ballast");
    var last = acknowledged;
    while (!store.status().stopped()
        && (!Files.exists(ballast) || Files.size(ballast) < settings.disk().ballast())) {
      last = fill(journal, last + AT_ONCE);
    }
  }

  private static byte[] payload(long sequenceNumber) {
    var payload = new byte[PAYLOAD_BYTES];
    new SplittableRandom(sequenceNumber).nextBytes(payload);
    return payload;
  }

  /** Checks every event; returns how many there are. */
  private static long read(JournalStore store) {
    var count = 0L;
    var page = store.replay(ID, 1, Long.MAX_VALUE, 1_000);
    while (!page.isEmpty()) {
      for (var event : page) {
        if (event.sequenceNumber() != ++count || !Arrays.equals(event.payload(), payload(count))) {
          throw new IllegalStateException("event %d is wrong".formatted(count));
        }
      }
      page = store.replay(ID, count + 1, Long.MAX_VALUE, 1_000);
    }
    return count;
  }
}
