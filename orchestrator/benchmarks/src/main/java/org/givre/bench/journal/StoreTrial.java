package org.givre.bench.journal;

import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.givre.bench.Arguments;
import org.givre.journal.store.AtomicWrite;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.NewEvent;
import org.givre.journal.store.StoreListener;
import org.givre.journal.store.StoreSettings;

/** Clients of our store, without Akka: each appends its next event when the last is durable. */
final class StoreTrial {
  private final Arguments arguments;
  private final Gauge gauge = new Gauge();
  private volatile boolean isOver;

  StoreTrial(Arguments arguments) {
    this.arguments = arguments;
  }

  Measured closed() throws Exception {
    try (var store = open()) {
      var thread = new Thread(new Clients(store, arguments.number("actors")), "clients");
      thread.start();
      LockSupport.parkNanos(arguments.seconds("warmup").toNanos());
      var before = store.status().work();
      var cpu = CpuTime.seconds();
      gauge.window(System.nanoTime(), arguments.seconds("seconds"));
      LockSupport.parkNanos(arguments.seconds("seconds").toNanos());
      var after = store.status().work();
      var cpuMicros = CpuTime.microsPerEvent(cpu, after.events() - before.events());
      isOver = true;
      thread.join();
      var batch =
          (double) (after.events() - before.events()) / (after.commits() - before.commits());
      return Measured.of(gauge.take(), arguments.seconds("seconds").toMillis() / 1e3)
          .with(Measured.CPU, cpuMicros)
          .with(Measured.BATCH, batch);
    }
  }

  private JournalStore open() {
    var outside =
        new JournalStore.Outside(Clock.systemUTC(), new SplittableRandom(1), StoreListener.none());
    return JournalStore.open(StoreSettings.usual(arguments.path("dir")), outside);
  }

  /** All clients on one thread: it waits for each in turn. */
  private final class Clients implements Runnable {
    private final JournalStore store;
    private final String[] names;
    private final long[] sent;
    private final long[] sequenceNumbers;

    Clients(JournalStore store, int count) {
      this.store = store;
      this.names = new String[count];
      this.sent = new long[count];
      this.sequenceNumbers = new long[count];
      for (var client = 0; client < count; client++) {
        names[client] = "Writer|" + client;
      }
    }

    @Override
    public void run() {
      var waiting = new CompletableFuture<?>[names.length];
      for (var client = 0; client < names.length; client++) {
        waiting[client] = append(client);
      }
      for (var client = 0; !isOver; client = (client + 1) % names.length) {
        waiting[client].join();
        gauge.acknowledged(sent[client], System.nanoTime());
        waiting[client] = append(client);
      }
      CompletableFuture.allOf(waiting).join();
    }

    private CompletableFuture<Long> append(int client) {
      sent[client] = System.nanoTime();
      var number = ++sequenceNumbers[client];
      var event = new NewEvent(number, Payloads.of(client + number), List.of());
      return store.append(List.of(new AtomicWrite(names[client], List.of(event))));
    }
  }
}
