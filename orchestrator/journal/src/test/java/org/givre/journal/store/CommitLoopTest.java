package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitLoopTest {
  @TempDir Path directory;

  /** A second passes whenever somebody looks. */
  private final AtomicLong nanos = new AtomicLong();

  private CommitLoop loop(OpenStore open) {
    var wiring =
        new Wiring(Clock.systemUTC(), () -> nanos.addAndGet(1_000_000_000), new StoreMetrics());
    return new CommitLoop(open, open.settings().commits(), wiring, loop -> {});
  }

  private static CompletableFuture<Long> append(CommitLoop loop) {
    var writes = List.of(JournalStoreTest.write("a", 1, 1));
    var append = new Request.Append(writes, 3, new CompletableFuture<>());
    loop.ask(append);
    return append.done();
  }

  @Test
  void writesNothingAnyMoreOnceAWriteHasComeBack() throws Exception {
    try (var store = JournalStoreTest.open(directory)) {
      var loop = loop(store.internals());
      loop.start();
      assertThat(append(loop).join()).isEqualTo(1);
      assertThat(loop.writingFor()).isEqualTo(Duration.ZERO);
      loop.close();
    }
  }

  @Test
  void writesNothingAnyMoreOnceAWriteHasFailed() throws Exception {
    try (var store = JournalStoreTest.open(directory)) {
      store.internals().tail().close();
      var loop = loop(store.internals());
      loop.start();
      assertThatThrownBy(append(loop)::join).hasCauseInstanceOf(JournalStopped.class);
      assertThat(loop.writingFor()).isEqualTo(Duration.ZERO);
      loop.close();
    }
  }

  @Test
  void knowsHowLongAWriteIsUnderWay() throws Exception {
    try (var store = JournalStoreTest.open(directory)) {
      var loop = loop(store.internals());
      loop.beginWriting();
      assertThat(loop.writingFor()).isEqualTo(Duration.ofSeconds(1));
      assertThat(loop.writingFor()).isEqualTo(Duration.ofSeconds(2));
    }
  }
}
