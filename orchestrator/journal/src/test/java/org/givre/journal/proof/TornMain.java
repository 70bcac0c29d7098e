package org.givre.journal.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.StoreListener;

/**
 * A process that fills a store, tears the ends of its LevelDB's log and descriptor as a power cut
 * does, and opens it again: directory, file of notes. Notes how many events there are before it
 * opens it again.
 */
final class TornMain {
  private static final int WRITES = 150;
  private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");

  /** LevelDB's logs have blocks of so many bytes, which no record's head crosses. */
  private static final int BLOCK = 32_768;

  /** A checksum that is none, a length of 4 bytes, a whole record, 4 bytes. */
  private static final byte[] RECORD = {1, 2, 3, 4, 4, 0, 1, 5, 6, 7, 8};

  private TornMain() {}

  public static void main(String[] arguments) throws Exception {
    var journal = Path.of(arguments[0]);
    long last;
    try (var store = open(journal)) {
      fill(store);
      last = store.lastOffset();
    }
    tear(journal.resolve("db"));
    Writer.Notes.in(Path.of(arguments[1])).add(last + "\n");
    open(journal).close();
  }

  static JournalStore open(Path journal) {
    return JournalStore.open(
        Load.settings(journal),
        new JournalStore.Outside(Clock.systemUTC(), new SplittableRandom(1), StoreListener.none()));
  }

  private static void fill(JournalStore store) {
    for (var n = 0; n < WRITES; n++) {
      var asked = new ArrayList<CompletableFuture<Long>>();
      for (var id : IDS) {
        asked.add(store.append(List.of(Load.next(id, store.highestSequenceNumber(id)))));
      }
      asked.forEach(CompletableFuture::join);
    }
  }

  private static void tear(Path database) throws IOException {
    try (var files = Files.list(database)) {
      for (var file : files.sorted().toList()) {
        var name = file.getFileName().toString();
        if (name.endsWith(".log") || name.startsWith("MANIFEST")) {
          tearEnd(file);
        }
      }
    }
  }

  private static void tearEnd(Path log) throws IOException {
    try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
      var left = BLOCK - channel.size() % BLOCK;
      channel.position(channel.size() + (left < RECORD.length ? left : 0));
      channel.write(ByteBuffer.wrap(RECORD));
      channel.force(true);
    }
  }
}
