package org.givre.journal.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import org.givre.journal.faults.Faults;
import org.givre.journal.faults.Faults.Call;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.Progress;
import org.givre.journal.store.Restore;
import org.givre.journal.store.StoreListener;
import org.givre.journal.store.StoreSettings;
import org.givre.journal.store.Verification;
import org.iq80.leveldb.DBException;

/**
 * A process, with the faults preloaded, on whose stores calls fail: directory, file of control,
 * seed, rounds. Each round opens a new store, lets one call fail while it is written and backed up,
 * and opens it again without. Says one line for each round; ends with 1 at the first that lies.
 */
final class FailingCallsMain {
  /** What fails, and on which files: all that a store has, and some of each kind by itself. */
  private record Target(Call call, String match) {
    /** A log that is full is cut to its length; when that fails it ends with zeros. */
    private boolean isHarmless(String file) {
      return call == Call.RESIZE && file.endsWith(".log");
    }

    /** Files of which a call comes seldom: the first fails. */
    private boolean isSeldom() {
      return call == Call.RENAME || match.contains("key") || match.startsWith("backup");
    }

    private int most() {
      return match.isEmpty() ? 400 : isSeldom() ? 1 : 4;
    }
  }

  /** From when on calls are counted. */
  private enum When {
    OPENING,
    WRITING,
    BACKING_UP,
    WRITING_ON
  }

  /** The one call that fails. */
  private record Fault(Target target, int nth, When from) {
    @Override
    public String toString() {
      return "the %d. %s of %s fails from %s on"
          .formatted(nth, target.call(), target.match(), from);
    }
  }

  private static final List<Target> TARGETS =
      List.of(
          new Target(Call.SYNC, ""),
          new Target(Call.WRITE, ""),
          new Target(Call.SYNC, "db/0"),
          new Target(Call.SYNC, ".sst"),
          new Target(Call.SYNC, "db/MANIFEST"),
          new Target(Call.SYNC, "anchor"),
          new Target(Call.SYNC, "checkpoint"),
          new Target(Call.WRITE, "/tail"),
          new Target(Call.WRITE, "anchor"),
          new Target(Call.WRITE, "checkpoint"),
          new Target(Call.RESIZE, ".log"),
          new Target(Call.RESIZE, ".sst"),
          new Target(Call.MAKE, ".log"),
          new Target(Call.MAKE, ".sst"),
          new Target(Call.RENAME, "checkpoint"),
          new Target(Call.SYNC, "archive"),
          new Target(Call.WRITE, "archive"),
          new Target(Call.MAKE, "archive"),
          new Target(Call.RENAME, "archive"),
          new Target(Call.SYNC, "heads"),
          new Target(Call.WRITE, "heads"),
          new Target(Call.SYNC, "key"),
          new Target(Call.WRITE, "public-keys"),
          new Target(Call.WRITE, "signing-key"),
          new Target(Call.RENAME, "public-keys"),
          new Target(Call.RENAME, "signing-key"),
          new Target(Call.SYNC, "snapshots/0"),
          new Target(Call.SYNC, "snapshots/MANIFEST"),
          new Target(Call.WRITE, "snapshots-tail"),
          new Target(Call.RESIZE, "snapshots/0"),
          new Target(Call.MAKE, "snapshots/0"),
          new Target(Call.SYNC, "backup"),
          new Target(Call.WRITE, "backup"),
          new Target(Call.MAKE, "backup"),
          new Target(Call.RENAME, "backup"));

  /** Of each persistence id, before the backup and after it. */
  private static final int WRITES = 20;

  private final Faults.Control control;
  private final SplittableRandom chance;

  private FailingCallsMain(Faults.Control control, SplittableRandom chance) {
    this.control = control;
    this.chance = chance;
  }

  public static void main(String[] arguments) throws Exception {
    var main =
        new FailingCallsMain(
            Faults.Control.in(Path.of(arguments[1])),
            new SplittableRandom(Long.parseLong(arguments[2])));
    for (var round = 0; round < Integer.parseInt(arguments[3]); round++) {
      main.round(Path.of(arguments[0]), round, TARGETS.get(round % TARGETS.size()));
    }
    System.out.println("END");
  }

  private void round(Path parent, int number, Target target) throws Exception {
    var place = new Place(parent.resolve("journal" + number), parent.resolve("backup" + number));
    var fault =
        new Fault(target, 1 + chance.nextInt(target.most()), When.values()[chance.nextInt(4)]);
    System.out.printf("ROUND %s: ", fault);
    var failedBefore = control.failed();
    var lines = new ArrayList<String>();
    var witness = new Witness();
    arm(fault, When.OPENING);
    try (var journal = Load.open(Load.settings(place.journal()), witness)) {
      var failedAtOpening = control.failed();
      var work = work(journal, place.backup(), fault, lines);
      if (control.failed() > failedAtOpening && !target.isHarmless(control.failedName())) {
        requireNoticed(journal, witness, work);
      }
    } catch (JournalRefusal refusal) {
      System.out.print("refused to open, ");
    } catch (IOException failed) {
      System.out.print("failed to close, ");
    }
    control.none();
    reopen(place.journal(), lines);
    restore(place);
    System.out.println(
        control.failed() > failedBefore ? control.failedName() + " FAILED" : "unharmed");
    for (var directory : List.of(place.journal(), place.backup(), place.restored())) {
      PowerCutTest.delete(directory);
    }
  }

  /** Where a round's journal and its backup are. */
  private record Place(Path journal, Path backup) {
    private Path restored() {
      return journal.resolveSibling("restored");
    }
  }

  /** What of a round's work came to nothing, besides what was written. */
  private record Work(Optional<RuntimeException> snapshots, Optional<Exception> backup) {}

  private Work work(OpenJournal journal, Path backup, Fault fault, List<String> lines)
      throws InterruptedException {
    var writer =
        new Writer(
            journal,
            line -> {
              synchronized (lines) {
                lines.add(line);
              }
            });
    arm(fault, When.WRITING);
    writer.run(WRITES);
    arm(fault, When.BACKING_UP);
    var backedUp = backUp(journal.store(), backup);
    arm(fault, When.WRITING_ON);
    return new Work(writer.run(WRITES), backedUp);
  }

  private void arm(Fault fault, When now) {
    if (fault.from() == now) {
      control.fail(fault.target().call(), fault.target().match(), fault.nth());
    }
  }

  private static Optional<Exception> backUp(JournalStore store, Path backup) {
    try {
      store.backup(backup, true, Progress.none());
      return Optional.empty();
    } catch (IOException | RuntimeException failed) {
      return Optional.of(failed);
    }
  }

  /** A backup may fail alone; everything else stops the journal. */
  private void requireNoticed(OpenJournal journal, Witness witness, Work work)
      throws InterruptedException {
    if (control.failedName().startsWith("/backup")) {
      require(work.backup().isPresent(), "a backup whose call has failed was made");
      requireGoesOn(journal, witness);
    } else {
      if (control.failedName().contains("/snapshots")) {
        requireUnsaved(journal, work);
      }
      requireStopped(journal.store(), witness);
    }
  }

  private static void requireGoesOn(OpenJournal journal, Witness witness) {
    var id = "p-0-0";
    var next = Load.next(id, journal.store().highestSequenceNumber(id));
    journal.store().append(List.of(next)).join();
    require(witness.stops().isEmpty(), "stopped, and nothing of the journal has failed");
  }

  /** Once a call has failed, no snapshot is saved any more. */
  private static void requireUnsaved(OpenJournal journal, Work work) {
    var id = "p-0-0";
    try {
      journal.snapshots().save(Load.snapshot(id, journal.store().highestSequenceNumber(id)));
      throw new IllegalStateException("Snapshots that have failed have taken one: " + work);
    } catch (JournalStopped | DBException refused) {
      require(refused.getMessage() != null, "refused without a reason");
    }
  }

  /** Once a call has failed, the store has stopped, says so to everybody, and told it once. */
  private static void requireStopped(JournalStore store, Witness witness)
      throws InterruptedException {
    require(witness.awaitStop(), "a call has failed and nobody was told");
    require(store.status().stopped(), "not stopped");
    requireRefused(store);
    require(witness.stops().size() == 1, "told of %d stops".formatted(witness.stops().size()));
  }

  private static void requireRefused(JournalStore store) {
    for (var id : List.of("p-0-0", "new")) {
      var next = Load.next(id, store.highestSequenceNumber(id));
      try {
        store.append(List.of(next)).join();
        throw new IllegalStateException("A journal that has failed has taken an event");
      } catch (CompletionException refused) {
        require(refused.getCause() instanceof JournalStopped, "refused by " + refused.getCause());
      }
    }
  }

  private static void reopen(Path journal, List<String> lines) throws IOException {
    var acknowledged = new Acknowledged();
    lines.forEach(acknowledged::note);
    var settings = Load.settings(journal);
    try (var reopened = Load.open(settings, StoreListener.none())) {
      Audit.requireWhole(reopened, acknowledged);
    }
    requireVerified(settings);
    System.out.printf("%d acknowledged, ", acknowledged.count());
  }

  private static void requireVerified(StoreSettings settings) {
    var outside = new Verification.Outside(new FastClock(), Verification.Stages.untold());
    var report = Verification.run(settings, outside);
    require(report.isWhole(), report.findings().toString());
  }

  /** A backup that has a manifest is whole, whatever became of its journal. */
  private static void restore(Place place) {
    if (Files.exists(place.backup().resolve("MANIFEST"))) {
      var settings = Load.settings(place.restored());
      var outside = new Restore.Outside(new FastClock(), Progress.none());
      var report = Restore.run(settings, place.backup(), outside);
      require(report.newKey().isEmpty(), "the backup has no key");
      requireVerified(settings);
      System.out.print("restored, ");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
