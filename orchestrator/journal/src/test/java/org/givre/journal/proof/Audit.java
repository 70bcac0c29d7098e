package org.givre.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.Snapshots;
import org.givre.journal.store.StoredEvent;
import org.givre.journal.store.StoredSnapshot;

/** Reads a store in every way there is, and compares it with what must be in it. */
final class Audit {
  private static final int PAGE = 500;

  private final JournalStore store;
  private final Snapshots snapshots;
  private final Acknowledged acknowledged;
  private final SortedMap<String, Long> last = new TreeMap<>();

  private Audit(OpenJournal journal, Acknowledged acknowledged) {
    this.store = journal.store();
    this.snapshots = journal.snapshots();
    this.acknowledged = acknowledged;
  }

  /** Everything acknowledged is there, nothing is half there, and the store takes more. */
  static void requireWhole(OpenJournal journal, Acknowledged acknowledged) {
    var audit = new Audit(journal, acknowledged);
    audit.events();
    audit.replays();
    audit.snapshots();
    audit.goesOn();
  }

  /** All events in their order, read in pages. */
  static List<StoredEvent> events(JournalStore store) {
    var all = new ArrayList<StoredEvent>();
    var page = store.events(0, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = store.events(all.get(all.size() - 1).offset(), PAGE);
    }
    return all;
  }

  private void events() {
    var all = events(store);
    var offset = 0L;
    for (var event : all) {
      assertThat(event.offset()).isEqualTo(++offset);
      requireEvent(event, last.getOrDefault(event.persistenceId(), 0L) + 1);
      assertThat(event.tags()).isEqualTo(Load.tags(event.sequenceNumber()));
      last.put(event.persistenceId(), event.sequenceNumber());
    }
    assertThat(store.lastOffset()).isEqualTo(offset);
    assertThat(offset).as("last offset").isGreaterThanOrEqualTo(acknowledged.lastOffset());
    requireTagged(all);
  }

  private static void requireEvent(StoredEvent event, long sequenceNumber) {
    assertThat(event.sequenceNumber()).as(event.persistenceId()).isEqualTo(sequenceNumber);
    assertThat(event.payload())
        .as("%s %s", event.persistenceId(), sequenceNumber)
        .isEqualTo(Load.payload(event.persistenceId(), sequenceNumber));
  }

  private void requireTagged(List<StoredEvent> all) {
    var wanted = all.stream().filter(event -> event.tags().contains(Load.TAG)).toList();
    var found = new ArrayList<Long>();
    var page = store.events(Load.TAG, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(event -> found.add(event.offset()));
      page = store.events(Load.TAG, found.get(found.size() - 1), PAGE);
    }
    assertThat(found).isEqualTo(wanted.stream().map(StoredEvent::offset).toList());
  }

  private void replays() {
    assertThat(store.persistenceIds().toList()).containsExactlyInAnyOrderElementsOf(last.keySet());
    acknowledged
        .events()
        .forEach(
            (id, sequenceNumber) ->
                assertThat(last.getOrDefault(id, 0L))
                    .as("acknowledged events of %s", id)
                    .isGreaterThanOrEqualTo(sequenceNumber));
    last.forEach(this::replay);
  }

  private void replay(String persistenceId, long highest) {
    assertThat(Load.endsWrite(highest))
        .as("%s ends a write with %s", persistenceId, highest)
        .isTrue();
    assertThat(store.highestSequenceNumber(persistenceId)).isEqualTo(highest);
    var replayed = store.replay(persistenceId, 1, Long.MAX_VALUE, Integer.MAX_VALUE);
    var next = replayed.isEmpty() ? highest + 1 : replayed.get(0).sequenceNumber();
    assertThat((next - 1) % Load.DELETED_IN_STEPS_OF).isZero();
    assertThat(next - 1).isGreaterThanOrEqualTo(acknowledged.deletedTo(persistenceId));
    for (var event : replayed) {
      requireEvent(event, next++);
    }
    assertThat(next - 1).isEqualTo(highest);
  }

  private void snapshots() {
    last.keySet().forEach(this::requireSnapshot);
    acknowledged
        .snapshots()
        .forEach(
            (id, sequenceNumber) ->
                assertThat(newest(id, Long.MAX_VALUE).orElse(0L))
                    .as("snapshot of %s", id)
                    .isGreaterThanOrEqualTo(sequenceNumber));
  }

  private void requireSnapshot(String persistenceId) {
    snapshots
        .load(persistenceId, SnapshotWriter.upTo(Long.MAX_VALUE))
        .ifPresent(found -> requireSaved(found));
    assertThat(newest(persistenceId, acknowledged.unsavedTo(persistenceId))).isEmpty();
  }

  private void requireSaved(StoredSnapshot found) {
    var name = found.name();
    var wanted = Load.snapshot(name.persistenceId(), name.sequenceNumber());
    assertThat(name).isEqualTo(wanted.name());
    assertThat(name.sequenceNumber())
        .as("snapshot of %s", name.persistenceId())
        .isLessThanOrEqualTo(last.getOrDefault(name.persistenceId(), 0L));
    assertThat(found.head()).isEqualTo(wanted.head());
    assertThat(found.content()).as("content of %s", name).isEqualTo(wanted.content());
  }

  private Optional<Long> newest(String persistenceId, long to) {
    return snapshots
        .load(persistenceId, SnapshotWriter.upTo(to))
        .map(found -> found.name().sequenceNumber());
  }

  private void goesOn() {
    var before = store.lastOffset();
    var id = last.isEmpty() ? "p-0-0" : last.lastKey();
    var write = Load.next(id, last.getOrDefault(id, 0L));
    assertThat(store.append(List.of(write)).join()).isEqualTo(before + write.events().size());
    var end = store.highestSequenceNumber(id);
    snapshots.save(Load.snapshot(id, end));
    assertThat(newest(id, Long.MAX_VALUE)).contains(end);
  }
}
