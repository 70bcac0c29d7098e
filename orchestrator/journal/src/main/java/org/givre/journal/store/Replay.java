package org.givre.journal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.journal.store.ByteSource.Malformed;

/** Reads the events of one persistence id in order, and notices when one is missing. */
final class Replay {
  private final LevelDb db;
  private final byte[] store;

  Replay(LevelDb db, StoreId store) {
    this.db = db;
    this.store = store.bytes();
  }

  /**
   * Events with sequence numbers {@code from} to {@code to}, up to a limit, as they are durable
   * now; those that were deleted are left out. What a deletion takes away meanwhile is no damage:
   * then it is read again, from after what that deletes.
   *
   * @throws JournalDamage when one of them is missing or changed
   */
  List<StoredEvent> read(Owner owner, long from, long to, PageLimit limit) {
    var deleted = owner.deletedTo();
    while (true) {
      try {
        return reading(owner, Math.max(from, deleted + 1), to, limit).found;
      } catch (JournalDamage damage) {
        var deleting = owner.deletingTo();
        if (deleting <= deleted) {
          throw damage;
        }
        deleted = deleting;
      }
    }
  }

  private Reading reading(Owner owner, long from, long to, PageLimit limit) {
    var highest = owner.highest();
    var reading = new Reading(owner, from, Math.min(to, highest), limit);
    if (reading.from <= reading.to && limit.events() > 0) {
      Ledger.reading(
          0, () -> db.scan(KeyLayout.write(owner.number(), reading.from), true, reading::next));
      reading.requireEnd(highest);
    }
    return reading;
  }

  private final class Reading {
    private final Owner owner;
    private final long from;
    private final long to;
    private final PageLimit limit;
    private final List<StoredEvent> found = new ArrayList<>();
    private long bytes;
    private Optional<WriteRecord> last = Optional.empty();

    Reading(Owner owner, long from, long to, PageLimit limit) {
      this.owner = owner;
      this.from = from;
      this.to = to;
      this.limit = limit;
    }

    boolean next(byte[] key, byte[] value) {
      if (!KeyLayout.isWriteOf(owner.number(), key)) {
        return false;
      }
      var record = parsed(key, value);
      requireNext(record);
      last = Optional.of(record);
      take(record);
      return !isFull() && record.last() < to;
    }

    private boolean isFull() {
      return limit.isReached(found.size(), bytes);
    }

    private WriteRecord parsed(byte[] key, byte[] value) {
      try {
        return WriteRecord.parse(WriteRecord.seed(store, key), value);
      } catch (Malformed malformed) {
        throw damage(String.valueOf(malformed.getMessage()));
      }
    }

    private void requireNext(WriteRecord record) {
      var before = last.map(WriteRecord::last).orElse(from - 1);
      var follows = last.isPresent() ? record.previous() == before : record.previous() <= before;
      if (!follows) {
        throw damage(
            "event %d follows %d where one after %d was expected"
                .formatted(record.sequenceNumbers()[0], record.previous(), before));
      }
    }

    private void take(WriteRecord record) {
      var numbers = record.sequenceNumbers();
      for (var i = 0; i < numbers.length; i++) {
        if (numbers[i] >= from && numbers[i] <= to && found.size() < limit.events()) {
          bytes += record.payloads().get(i).length;
          found.add(
              new StoredEvent(
                  record.firstOffset() + i,
                  owner.persistenceId(),
                  numbers[i],
                  record.payloads().get(i),
                  List.of()));
        }
      }
    }

    /** The scan must not have ended before what is known to be there. */
    void requireEnd(long highest) {
      var reached = last.map(WriteRecord::last).orElse(0L);
      if (!isFull() && reached < to && reached < highest) {
        throw damage(
            "its events end with %d; there are events up to %d".formatted(reached, highest));
      }
    }

    private JournalDamage damage(String what) {
      var offset = last.map(record -> record.firstOffset() + record.payloads().size()).orElse(1L);
      return JournalDamage.at(offset, "replaying %s, %s".formatted(owner.persistenceId(), what));
    }
  }
}
