package org.givre.bench.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.fusesource.leveldbjni.JniDBFactory;
import org.givre.bench.Arguments;
import org.givre.journal.store.LevelDbSettings;
import org.iq80.leveldb.CompressionType;
import org.iq80.leveldb.DB;
import org.iq80.leveldb.Options;
import org.iq80.leveldb.WriteOptions;

/** LevelDB alone: batches of so many events, each synced. One entry an event, and nothing else. */
final class RawTrial {
  private static final WriteOptions SYNC = new WriteOptions().sync(true);
  private static final int KEY_LENGTH = 13;

  private final Arguments arguments;
  private final double batch;
  private final int actors;
  private final Gauge gauge = new Gauge();
  private long written;
  private long batches;

  RawTrial(Arguments arguments) {
    this.arguments = arguments;
    this.batch = Double.parseDouble(arguments.text("batch"));
    this.actors = arguments.number("actors");
  }

  Measured run() throws IOException {
    try (var db = JniDBFactory.factory.open(arguments.path("dir").toFile(), options())) {
      var warm = System.nanoTime() + arguments.seconds("warmup").toNanos();
      while (System.nanoTime() < warm) {
        write(db);
      }
      var length = arguments.seconds("seconds");
      var before = written;
      var cpu = CpuTime.seconds();
      var from = System.nanoTime();
      gauge.window(from, length);
      while (System.nanoTime() < from + length.toNanos()) {
        write(db);
      }
      return Measured.of(gauge.take(), length.toMillis() / 1e3)
          .with(Measured.CPU, CpuTime.microsPerEvent(cpu, written - before))
          .with(Measured.BATCH, batch);
    }
  }

  /** As our store has them, so that only what it adds makes the difference. */
  private static Options options() {
    var ours = LevelDbSettings.usual();
    return new Options()
        .writeBufferSize(ours.writeBufferBytes())
        .blockSize(ours.blockBytes())
        .cacheSize(ours.cacheBytes())
        .maxOpenFiles(ours.openFiles())
        .compressionType(ours.compress() ? CompressionType.SNAPPY : CompressionType.NONE);
  }

  private void write(DB db) throws IOException {
    var sent = System.nanoTime();
    var count = nextCount();
    try (var entries = db.createWriteBatch()) {
      for (var n = 0; n < count; n++) {
        entries.put(key(written + n), Payloads.of(written + n));
      }
      db.write(entries, SYNC);
    }
    written += count;
    var now = System.nanoTime();
    for (var n = 0; n < count; n++) {
      gauge.acknowledged(sent, now);
    }
  }

  /** Whole numbers with the wanted average. */
  private int nextCount() {
    batches++;
    return (int) (Math.floor(batches * batch) - Math.floor((batches - 1) * batch));
  }

  /** As our store's copies: by writer, then by sequence number. */
  private byte[] key(long number) {
    return ByteBuffer.allocate(KEY_LENGTH)
        .put((byte) 'P')
        .putInt((int) (number % actors))
        .putLong(number / actors + 1)
        .array();
  }
}
