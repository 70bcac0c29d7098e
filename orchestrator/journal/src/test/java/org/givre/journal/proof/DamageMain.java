package org.givre.journal.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.givre.journal.store.JournalDamage;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.SnapshotDamage;
import org.givre.journal.store.StoreListener;
import org.givre.journal.store.StoredEvent;
import org.givre.journal.store.StoredSnapshot;

/**
 * A process that damages copies of stores and reads them: a crash of native code ends it and not
 * the test. Directory with {@code closed}, {@code killed}, {@code older} and {@code stranger};
 * seed; rounds. Says {@code BEGIN} before and the outcome after each round.
 */
final class DamageMain {
  private final Path directory;
  private final SplittableRandom seeds;

  private DamageMain(Path directory, long seed) {
    this.directory = directory;
    this.seeds = new SplittableRandom(seed);
  }

  public static void main(String[] arguments) throws Exception {
    var main = new DamageMain(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    for (var source : List.of("closed", "killed")) {
      var whole = main.answersOfCopy(source);
      for (var round = 0; round < Integer.parseInt(arguments[2]) / 2; round++) {
        main.round(source, whole);
      }
    }
    System.out.println("END");
  }

  private SortedMap<String, List<String>> answersOfCopy(String source) throws IOException {
    var copy = copy(source);
    try (var journal = Load.open(Load.settings(copy), StoreListener.none())) {
      return answers(journal);
    } finally {
      PowerCutTest.delete(copy);
    }
  }

  private void round(String source, SortedMap<String, List<String>> whole) throws IOException {
    var copy = copy(source);
    var others = List.of(directory.resolve("older"), directory.resolve("stranger"));
    var damage = new Damage(seeds.split(), copy, others).inflict();
    System.out.printf("BEGIN %s: %s%n", source, damage);
    System.out.println(outcome(copy, whole));
    PowerCutTest.delete(copy);
  }

  private static String outcome(Path copy, SortedMap<String, List<String>> whole)
      throws IOException {
    try (var journal = Load.open(Load.settings(copy), StoreListener.none())) {
      return reading(journal, whole);
    } catch (JournalRefusal refusal) {
      return "REFUSED " + refusal.reason() + " " + refusal.getMessage();
    }
  }

  private static String reading(OpenJournal journal, SortedMap<String, List<String>> whole) {
    try {
      var read = answers(journal);
      if (!read.equals(whole)) {
        return "LIE: " + difference(whole, read);
      }
      var store = journal.store();
      var id = whole.firstKey();
      store.append(List.of(Load.next(id, store.highestSequenceNumber(id)))).join();
      return "HARMLESS";
    } catch (JournalDamage | SnapshotDamage damage) {
      return "DAMAGED " + damage.getMessage();
    }
  }

  private static String difference(
      SortedMap<String, List<String>> whole, SortedMap<String, List<String>> read) {
    for (var question : whole.entrySet()) {
      var answer = read.getOrDefault(question.getKey(), List.of());
      if (!question.getValue().equals(answer)) {
        return "%s: %d answers instead of %d"
            .formatted(question.getKey(), answer.size(), question.getValue().size());
      }
    }
    return "something was added";
  }

  /** Everything that the store can be asked, and the state of each persistence id. */
  private static SortedMap<String, List<String>> answers(OpenJournal journal) {
    var store = journal.store();
    var answers = new TreeMap<String, List<String>>();
    for (var id : store.persistenceIds().toList()) {
      var replayed = store.replay(id, 1, Long.MAX_VALUE, Integer.MAX_VALUE);
      answers.put(id, replayed.stream().map(DamageMain::text).toList());
      answers.put("~state of " + id, List.of(state(journal, id, replayed)));
    }
    answers.put("~all", Audit.events(store).stream().map(DamageMain::text).toList());
    answers.put(
        "~tagged",
        store.events(Load.TAG, 0, Integer.MAX_VALUE).stream().map(DamageMain::text).toList());
    return answers;
  }

  /** A damaged snapshot may be passed over for an older one or none, while events lead on. */
  private static String state(OpenJournal journal, String id, List<StoredEvent> replayed) {
    var snapshot = journal.snapshots().load(id, SnapshotWriter.upTo(Long.MAX_VALUE));
    var from = snapshot.map(found -> found.name().sequenceNumber()).orElse(0L);
    var highest = journal.store().highestSequenceNumber(id);
    var next = replayed.isEmpty() ? highest + 1 : replayed.get(0).sequenceNumber();
    if (next > from + 1) {
      return "unknown: a snapshot of %d, then events from %d".formatted(from, next);
    }
    if (!snapshot.map(found -> isAsSaved(found)).orElse(true)) {
      return "wrong: the snapshot of %d".formatted(from);
    }
    return "known up to %d".formatted(highest);
  }

  private static boolean isAsSaved(StoredSnapshot found) {
    var wanted = Load.snapshot(found.name().persistenceId(), found.name().sequenceNumber());
    return found.name().equals(wanted.name())
        && Arrays.equals(found.head(), wanted.head())
        && Arrays.equals(found.content(), wanted.content());
  }

  private static String text(StoredEvent event) {
    return "%d %s %d %s %s"
        .formatted(
            event.offset(),
            event.persistenceId(),
            event.sequenceNumber(),
            HexFormat.of().formatHex(event.payload()),
            event.tags());
  }

  private Path copy(String source) throws IOException {
    var copy = directory.resolve("copy");
    copy(directory.resolve(source), copy);
    return copy;
  }

  static void copy(Path from, Path to) throws IOException {
    var names = new ArrayList<Path>();
    try (var files = Files.walk(from)) {
      files.forEach(names::add);
    }
    for (var name : names) {
      Files.copy(name, to.resolve(from.relativize(name).toString()));
    }
  }
}
