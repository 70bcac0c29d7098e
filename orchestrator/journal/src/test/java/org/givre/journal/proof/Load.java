package org.givre.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.givre.journal.store.ArchiveSettings;
import org.givre.journal.store.AtomicWrite;
import org.givre.journal.store.CommitSettings;
import org.givre.journal.store.DiskSettings;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.LevelDbSettings;
import org.givre.journal.store.NewEvent;
import org.givre.journal.store.SnapshotName;
import org.givre.journal.store.StoreListener;
import org.givre.journal.store.StoreSettings;
import org.givre.journal.store.StoredSnapshot;

/**
 * Events that follow from their persistence id and sequence number alone: whoever reads one knows
 * what it must be, how it was grouped, and how it was tagged.
 */
final class Load {
  static final String TAG = "third";

  /** Writes that wait at most. */
  static final int QUEUED_WRITES = 64;

  /** Events are deleted up to a multiple of this. */
  static final int DELETED_IN_STEPS_OF = 16;

  /** Events that are not archived. */
  private static final int KEPT_EVENTS = 100;

  /** Events of a file of the archive. */
  private static final int SEGMENT_EVENTS = 150;

  /** The sequence number of a snapshot that is stored in pieces; some write ends with it. */
  private static final long IN_PIECES = 26;

  /** Longer snapshots are stored in pieces. */
  private static final int PIECE_BYTES = 1 << 20;

  /** Events of the writes of a persistence id, again and again. */
  private static final int[] WRITE_SIZES = {1, 3, 1, 2, 5, 1};

  private static final int EVENTS_IN_CYCLE = 13;

  private Load() {}

  /**
   * Buffers so small that logs roll, tables are written and compacted all the time; segments so
   * short that something is archived all the time.
   */
  static StoreSettings settings(Path directory) {
    var settings =
        new StoreSettings(
            directory,
            directory,
            new LevelDbSettings(
                LevelDbSettings.usual().factory(), 64 << 10, 4 << 10, 1 << 20, 100, false),
            new CommitSettings(
                QUEUED_WRITES, 1 << 20, 8 << 10, 1 << 20, Duration.ofMillis(5), 64 << 10),
            new DiskSettings(0, 0, 0, 0));
    return settings.withArchive(new ArchiveSettings(KEPT_EVENTS, SEGMENT_EVENTS));
  }

  static OpenJournal open(StoreSettings settings, StoreListener listener) throws IOException {
    return OpenJournal.of(
        JournalStore.open(
            settings, new JournalStore.Outside(new FastClock(), new SplittableRandom(), listener)));
  }

  /** The write after the event with sequence number {@code last}. */
  static AtomicWrite next(String persistenceId, long last) {
    var events = new ArrayList<NewEvent>();
    for (var n = last + 1; events.isEmpty() || !endsWrite(n - 1); n++) {
      events.add(new NewEvent(n, payload(persistenceId, n), tags(n)));
    }
    return new AtomicWrite(persistenceId, events);
  }

  /** Whether a write ends with that sequence number. */
  static boolean endsWrite(long sequenceNumber) {
    var within = sequenceNumber % EVENTS_IN_CYCLE;
    for (var i = 0; within > 0; i++) {
      within -= WRITE_SIZES[i];
    }
    return within == 0;
  }

  /** Mostly short, sometimes longer than a disk's sectors. */
  static byte[] payload(String persistenceId, long sequenceNumber) {
    var name = (persistenceId + " " + sequenceNumber + " ").getBytes(UTF_8);
    var chance = new SplittableRandom(persistenceId.hashCode() * 31L + sequenceNumber);
    var payload = new byte[name.length + chance.nextInt(sequenceNumber % 23 == 0 ? 3_000 : 120)];
    chance.nextBytes(payload);
    System.arraycopy(name, 0, payload, 0, name.length);
    return payload;
  }

  /**
   * The state after an event: mostly short, sometimes longer than a page; once, for the persistence
   * ids of one thread, longer than what is stored in one piece.
   */
  static StoredSnapshot snapshot(String persistenceId, long sequenceNumber) {
    var name = new SnapshotName(persistenceId, sequenceNumber, sequenceNumber * 1_000);
    var chance = new SplittableRandom(persistenceId.hashCode() * 37L + sequenceNumber);
    var content = new byte[snapshotBytes(name, chance)];
    chance.nextBytes(content);
    return new StoredSnapshot(name, persistenceId.getBytes(UTF_8), content);
  }

  private static int snapshotBytes(SnapshotName name, SplittableRandom chance) {
    if (name.sequenceNumber() == IN_PIECES && name.persistenceId().startsWith("p-0-")) {
      return PIECE_BYTES + chance.nextInt(PIECE_BYTES / 4);
    }
    return chance.nextInt(name.sequenceNumber() % 2 == 0 ? 6_000 : 200);
  }

  static List<String> tags(long sequenceNumber) {
    return sequenceNumber % 3 == 0 ? List.of(TAG) : List.of();
  }
}
