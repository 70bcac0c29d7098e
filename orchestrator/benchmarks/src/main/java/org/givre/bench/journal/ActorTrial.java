package org.givre.bench.journal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.givre.bench.Arguments;

/** Persistent actors that write: in closed loop, or at a rate. */
final class ActorTrial {
  /** How long what was sent is waited for; a plug-in that is slower is told better than it is. */
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Of each actor, on average. */
  private static final int WARM_EVENTS = 3;

  private final Arguments arguments;
  private final int actors;
  private final Gauge gauge = new Gauge();

  ActorTrial(Arguments arguments) {
    this.arguments = arguments;
    this.actors = arguments.number("actors");
  }

  /** Every actor persists its next event when the last is durable. */
  Measured closed() throws Exception {
    try (var load = new Load(true)) {
      load.writers.sendAll();
      warmUp();
      var before = gauge.acknowledged();
      var cpu = CpuTime.seconds();
      gauge.window(System.nanoTime(), arguments.seconds("seconds"));
      sleep(arguments.seconds("seconds").toNanos());
      load.isOver = true;
      var after = gauge.acknowledged();
      return measured(before, after)
          .with(Measured.CPU, CpuTime.microsPerEvent(cpu, after - before));
    }
  }

  /** For a time, and until every actor has had a few events stored; a slow journal takes longer. */
  private void warmUp() {
    var limit = System.nanoTime() + LONGEST_WAIT_NANOS;
    sleep(arguments.seconds("warmup").toNanos());
    while (gauge.acknowledged() < WARM_EVENTS * (long) actors && System.nanoTime() < limit) {
      sleep(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** Events are sent at a rate to one actor after another, whatever becomes of those before. */
  Measured open() throws Exception {
    try (var load = new Load(false)) {
      var warmup = arguments.seconds("warmup").toNanos();
      var start = System.nanoTime();
      gauge.window(start + warmup, arguments.seconds("seconds"));
      var sent = send(load.writers, start, warmup + arguments.seconds("seconds").toNanos());
      var limit = System.nanoTime() + LONGEST_WAIT_NANOS;
      while (gauge.acknowledged() < sent && System.nanoTime() < limit) {
        sleep(TimeUnit.MILLISECONDS.toNanos(10));
      }
      var late = sent - gauge.acknowledged();
      return Measured.of(gauge.take(), arguments.seconds("seconds").toMillis() / 1e3)
          .with("never", late);
    }
  }

  /** Returns how many were sent. */
  private long send(Writers writers, long start, long lengthNanos) {
    var rate = arguments.number("rate");
    var count = lengthNanos * rate / TimeUnit.SECONDS.toNanos(1);
    for (var n = 0L; n < count; n++) {
      var due = start + n * TimeUnit.SECONDS.toNanos(1) / rate;
      sleep(due - System.nanoTime());
      writers.send((int) (n % actors), due);
    }
    return count;
  }

  private static void sleep(long nanos) {
    var until = System.nanoTime() + nanos;
    for (var left = nanos; left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private Measured measured(long before, long after) throws Exception {
    var measured = Measured.of(gauge.take(), arguments.seconds("seconds").toMillis() / 1e3);
    return measured.with("first", before + 1.0).with("last", after);
  }

  /** Recovered writers. */
  private final class Load implements Writer.Observer, AutoCloseable {
    private final boolean closedLoop;
    private final CountDownLatch recovered = new CountDownLatch(actors);
    private final Writers writers;
    private volatile boolean isOver;

    Load(boolean closedLoop) throws InterruptedException {
      this.closedLoop = closedLoop;
      var config = Journals.of(arguments.text("contender"), arguments.path("dir"));
      writers = Writers.start(config, actors, this);
      recovered.await();
    }

    @Override
    public void recovered(int events) {
      recovered.countDown();
    }

    @Override
    public boolean acknowledged(long atNanos, int events) {
      if (closedLoop) {
        gauge.acknowledged(atNanos, System.nanoTime());
      } else {
        gauge.due(atNanos, System.nanoTime());
      }
      return closedLoop && !isOver;
    }

    @Override
    public void close() throws Exception {
      writers.close();
    }
  }
}
