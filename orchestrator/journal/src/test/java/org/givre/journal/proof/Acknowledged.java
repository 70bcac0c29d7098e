package org.givre.journal.proof;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a writer was told is durable, from the lines that it noted. Not thread-safe. */
final class Acknowledged {
  private final SortedMap<String, Long> events = new TreeMap<>();
  private final SortedMap<String, Long> deletions = new TreeMap<>();
  private final SortedMap<String, Long> snapshots = new TreeMap<>();
  private final SortedMap<String, Long> snapshotDeletions = new TreeMap<>();
  private long lastOffset;
  private int count;

  /** The line of an append: its persistence id, last sequence number, and last offset. */
  static String appended(String persistenceId, long sequenceNumber, long offset) {
    return "A %s %d %d%n".formatted(persistenceId, sequenceNumber, offset);
  }

  /** The line of a deletion. */
  static String deleted(String persistenceId, long toSequenceNumber) {
    return "D %s %d 0%n".formatted(persistenceId, toSequenceNumber);
  }

  /** The line of a snapshot that was saved. */
  static String saved(String persistenceId, long sequenceNumber) {
    return "S %s %d 0%n".formatted(persistenceId, sequenceNumber);
  }

  /** The line of a deletion of snapshots. */
  static String unsaved(String persistenceId, long toSequenceNumber) {
    return "U %s %d 0%n".formatted(persistenceId, toSequenceNumber);
  }

  /** Takes in whole lines; others than those above are ignored. */
  Acknowledged note(String lines) {
    lines.lines().forEach(this::noteLine);
    return this;
  }

  private void noteLine(String line) {
    var fields = line.split(" ", -1);
    if (fields.length != 4 || !fields[0].matches("[ADSU]")) {
      return;
    }
    switch (fields[0]) {
      case "A" -> {
        count++;
        note(events, fields);
        lastOffset = Math.max(lastOffset, Long.parseLong(fields[3]));
      }
      case "D" -> note(deletions, fields);
      case "S" -> note(snapshots, fields);
      default -> note(snapshotDeletions, fields);
    }
  }

  private static void note(SortedMap<String, Long> which, String[] fields) {
    which.merge(fields[1], Long.parseLong(fields[2]), Math::max);
  }

  /** The last sequence number of each persistence id. */
  SortedMap<String, Long> events() {
    return Collections.unmodifiableSortedMap(events);
  }

  /** Up to where events of a persistence id are deleted for sure; 0: nowhere. */
  long deletedTo(String persistenceId) {
    return deletions.getOrDefault(persistenceId, 0L);
  }

  /** The last snapshot of each persistence id that has one. */
  SortedMap<String, Long> snapshots() {
    return Collections.unmodifiableSortedMap(snapshots);
  }

  /** Up to where snapshots of a persistence id are deleted for sure; 0: nowhere. */
  long unsavedTo(String persistenceId) {
    return snapshotDeletions.getOrDefault(persistenceId, 0L);
  }

  long lastOffset() {
    return lastOffset;
  }

  /** Of appends. */
  int count() {
    return count;
  }
}
