package org.givre.journal.proof;

import java.nio.file.Path;
import org.givre.journal.store.StoreListener;

/**
 * A process that opens a store, writes, and closes it, some times: directory, file of notes, times,
 * writes for each persistence id and time. Says {@code READY} when it writes for the first time.
 */
final class WriterMain {
  private WriterMain() {}

  public static void main(String[] arguments) throws Exception {
    var settings = Load.settings(Path.of(arguments[0]));
    var notes = Writer.Notes.in(Path.of(arguments[1]));
    System.out.println("OPENING");
    for (var times = Integer.parseInt(arguments[2]); times > 0; times--) {
      try (var journal = Load.open(settings, StoreListener.none())) {
        System.out.println("READY");
        var writer =
            new Writer(
                journal,
                line -> {
                  notes.add(line);
                  System.out.print(line);
                });
        writer
            .run(Integer.parseInt(arguments[3]))
            .ifPresent(
                failed -> {
                  throw failed;
                });
      }
    }
  }
}
