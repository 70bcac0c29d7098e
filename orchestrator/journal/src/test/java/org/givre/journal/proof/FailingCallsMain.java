package org.givre.journal.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import org.givre.journal.proof.Faults.Call;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.StoreListener;

/**
 * A process, with the faults preloaded, on whose stores calls fail: directory, file of control,
 * seed, rounds. Each round opens a new store, lets one call fail while it is written, and opens it
 * again without. Says one line for each round; ends with 1 at the first that lies.
 */
final class FailingCallsMain {
  /** What fails, and on which files: all that a store has, and some of each kind by itself. */
  private record Target(Call call, String match) {
    /** A log that is full is cut to its length; when that fails it ends with zeros. */
    private boolean isHarmless() {
      return call == Call.RESIZE && match.equals(".log");
    }
  }

  private static final List<Target> TARGETS =
      List.of(
          new Target(Call.SYNC, ""),
          new Target(Call.WRITE, ""),
          new Target(Call.SYNC, ".log"),
          new Target(Call.SYNC, ".sst"),
          new Target(Call.SYNC, "MANIFEST"),
          new Target(Call.SYNC, "anchor"),
          new Target(Call.SYNC, "checkpoint"),
          new Target(Call.WRITE, "tail"),
          new Target(Call.WRITE, "anchor"),
          new Target(Call.WRITE, "checkpoint"),
          new Target(Call.RESIZE, ".log"),
          new Target(Call.RESIZE, ".sst"),
          new Target(Call.MAKE, ".log"),
          new Target(Call.MAKE, ".sst"),
          new Target(Call.RENAME, "checkpoint"));

  private static final int WRITES = 40;

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
      main.round(Path.of(arguments[0], "journal" + round), TARGETS.get(round % TARGETS.size()));
    }
    System.out.println("END");
  }

  private void round(Path journal, Target target) throws Exception {
    var nth = 1 + chance.nextInt(target.match().isEmpty() ? 120 : 4);
    System.out.printf("ROUND the %d. %s of %s fails: ", nth, target.call(), target.match());
    var failedBefore = control.failed();
    var lines = new ArrayList<String>();
    var witness = new Witness();
    var opening = chance.nextInt(5) == 0;
    if (opening) {
      control.fail(target.call(), target.match(), nth);
    }
    try (var store = Load.open(Load.settings(journal), witness)) {
      var failedAtOpening = control.failed();
      if (!opening) {
        control.fail(target.call(), target.match(), nth);
      }
      write(store, lines);
      if (control.failed() > failedAtOpening && !target.isHarmless()) {
        requireStopped(store, witness);
      }
    } catch (JournalRefusal refusal) {
      System.out.print("refused to open, ");
    } catch (IOException failed) {
      System.out.print("failed to close, ");
    }
    control.none();
    reopen(journal, lines);
    System.out.println(control.failed() > failedBefore ? "FAILED" : "unharmed");
    PowerCutTest.delete(journal);
  }

  private static void write(JournalStore store, List<String> lines) throws InterruptedException {
    new Writer(
            store,
            line -> {
              synchronized (lines) {
                lines.add(line);
              }
            })
        .run(WRITES);
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
    try (var store = Load.open(Load.settings(journal), StoreListener.none())) {
      Audit.requireWhole(store, acknowledged);
    }
    System.out.printf("%d acknowledged, ", acknowledged.count());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
