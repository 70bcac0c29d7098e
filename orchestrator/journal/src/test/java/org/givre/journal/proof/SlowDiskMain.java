package org.givre.journal.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.givre.journal.faults.Faults;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.StoreListener;

/**
 * A process, with the faults preloaded, whose disk needs 50 ms for a sync: directory, file of
 * control. Many threads write; says how many events a commit had, and the most that was queued.
 */
final class SlowDiskMain {
  private static final int SYNC_MILLIS = 50;
  private static final int THREADS = 200;
  private static final int WRITES_OF_A_THREAD = 10;

  private SlowDiskMain() {}

  public static void main(String[] arguments) throws Exception {
    var control = Faults.Control.in(Path.of(arguments[1]));
    var lines = new ArrayList<String>();
    var settings = Load.settings(Path.of(arguments[0]));
    try (var journal = Load.open(settings, StoreListener.none())) {
      var store = journal.store();
      control.delaySyncs(SYNC_MILLIS);
      write(store, lines);
      control.delaySyncs(0);
      var work = store.status().work();
      System.out.printf("COMMITS %d%nEVENTS %d%n", work.commits(), work.events());
    }
    var acknowledged = new Acknowledged();
    lines.forEach(acknowledged::note);
    try (var journal = Load.open(settings, StoreListener.none())) {
      Audit.requireWhole(journal, acknowledged);
    }
    System.out.printf("ACKNOWLEDGED %d%n", acknowledged.count());
  }

  private static void write(JournalStore store, List<String> lines) throws InterruptedException {
    var writing = new CountDownLatch(THREADS);
    for (var n = 0; n < THREADS; n++) {
      var id = "p-" + n;
      new Thread(
              () -> {
                write(store, id, lines);
                writing.countDown();
              })
          .start();
    }
    var most = 0;
    while (writing.getCount() > 0) {
      most = Math.max(most, store.status().work().queued());
      writing.await(1, TimeUnit.MILLISECONDS);
    }
    System.out.printf("QUEUED %d%n", most);
  }

  private static void write(JournalStore store, String id, List<String> lines) {
    for (var n = 0; n < WRITES_OF_A_THREAD; n++) {
      var highest = store.highestSequenceNumber(id);
      var write = Load.next(id, highest);
      var offset = store.append(List.of(write)).join();
      synchronized (lines) {
        lines.add(Acknowledged.appended(id, highest + write.events().size(), offset));
      }
    }
  }
}
