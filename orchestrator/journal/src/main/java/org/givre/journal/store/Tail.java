package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was acknowledged last, written after every commit and not synced: it survives a killed
 * process, and tells a log that was cut short from one that never went on. After a power cut it may
 * be older than the journal, never newer. Of whichever thread commits.
 */
final class Tail implements AutoCloseable {
  static final String FILE = "tail";

  private static final int LENGTH = ChainPoint.LENGTH + 4;

  private final Slots slots;
  private final byte[] store;
  private final ByteSink sink = new ByteSink(LENGTH);

  private Tail(Slots slots, StoreId store) {
    this.slots = slots;
    this.store = store.bytes();
  }

  static Tail open(Path journal, StoreId store) throws IOException {
    return new Tail(Slots.open(journal.resolve(FILE), LENGTH), store);
  }

  /** The latest point that can be read. */
  Optional<ChainPoint> latest() throws IOException {
    var latest = Optional.<ChainPoint>empty();
    var slot = 0;
    for (var bytes : slots.read()) {
      if (Checksum.holds(store, bytes)) {
        var point = ChainPoint.from(new ByteSource(bytes));
        if (latest.isEmpty() || point.isAfter(latest.get())) {
          latest = Optional.of(point);
          slots.writeNext(1 - slot);
        }
      }
      slot++;
    }
    return latest;
  }

  void write(ChainPoint point) throws IOException {
    sink.truncate(0);
    slots.write(point.to(sink).putChecksum(store).toBytes());
  }

  @Override
  public void close() throws IOException {
    slots.close();
  }
}
