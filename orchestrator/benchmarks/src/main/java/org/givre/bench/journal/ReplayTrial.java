package org.givre.bench.journal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.givre.bench.Arguments;

/** Fills a journal through actors, one event a write, and reads it back through actors. */
final class ReplayTrial {
  private final Arguments arguments;
  private final int actors;
  private final int events;

  ReplayTrial(Arguments arguments) {
    this.arguments = arguments;
    this.actors = arguments.number("actors");
    this.events = arguments.number("events");
  }

  /** Each actor persists its events one after another, all actors at once. */
  Measured fill() throws Exception {
    var done = new CountDownLatch(actors);
    var config = Journals.filling(arguments.text("contender"), arguments.path("dir"));
    var started = System.nanoTime();
    try (var writers = Writers.start(config, actors, new Filling(done))) {
      writers.sendAll();
      done.await();
    }
    return Measured.none().with(Measured.SECONDS, secondsSince(started));
  }

  /** From an empty process to the last actor's recovery. */
  Measured replay() throws Exception {
    var recovered = new CountDownLatch(actors);
    var found = new LongAdder();
    var started = System.nanoTime();
    var config = Journals.of(arguments.text("contender"), arguments.path("dir"));
    try (var writers = Writers.start(config, actors, new Recovery(recovered, found))) {
      recovered.await();
      var seconds = secondsSince(started);
      requireAll(found.sum());
      return Measured.none().with(Measured.SECONDS, seconds).with("cpu s", CpuTime.seconds());
    }
  }

  private void requireAll(long found) {
    if (found != (long) actors * events) {
      throw new IllegalStateException(
          "%d events were stored; %d came back".formatted((long) actors * events, found));
    }
  }

  private static double secondsSince(long started) {
    return (System.nanoTime() - started) / 1e9;
  }

  private final class Filling implements Writer.Observer {
    private final CountDownLatch done;

    Filling(CountDownLatch done) {
      this.done = done;
    }

    @Override
    public void recovered(int found) {}

    @Override
    public boolean acknowledged(long atNanos, int stored) {
      if (stored == events) {
        done.countDown();
      }
      return stored < events;
    }
  }

  private record Recovery(CountDownLatch left, LongAdder found) implements Writer.Observer {
    @Override
    public void recovered(int events) {
      found.add(events);
      left.countDown();
    }

    @Override
    public boolean acknowledged(long atNanos, int events) {
      return false;
    }
  }
}
