package org.givre.journal.akka;

import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.ActorSystem;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Adapter;
import akka.actor.typed.javadsl.AskPattern;
import akka.persistence.query.Offset;
import akka.persistence.query.PersistenceQuery;
import akka.stream.javadsl.Sink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.givre.journal.store.DiskLevel;
import org.givre.journal.store.JournalDamage;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.StoreListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event-sourced actors on the journal, from end to end. */
class PersistentActorTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path directory;
  private ActorSystem system;

  @BeforeEach
  void start() {
    system = Systems.start(directory, "akka.loglevel = OFF");
  }

  @AfterEach
  void stop() throws Exception {
    Systems.stop(system);
    FailingLevelDb.BROKEN.set(false);
  }

  private void restart(String more) throws Exception {
    Systems.stop(system);
    system = Systems.start(directory, "akka.loglevel = OFF\n" + more);
  }

  private ActorRef<Counter.Command> spawn(Behavior<Counter.Command> behavior) {
    return Adapter.spawnAnonymous(system, behavior);
  }

  private CompletionStage<Done> add(ActorRef<Counter.Command> counter, int number) {
    return AskPattern.askWithStatus(
        counter,
        replyTo -> new Counter.Add(number, replyTo),
        SOON,
        Adapter.toTyped(system).scheduler());
  }

  private void addAll(ActorRef<Counter.Command> counter, int upTo) {
    var added = new ArrayList<CompletableFuture<Done>>();
    for (var n = 1; n <= upTo; n++) {
      added.add(add(counter, n).toCompletableFuture());
    }
    added.forEach(CompletableFuture::join);
  }

  private int sum(ActorRef<Counter.Command> counter) {
    return AskPattern.<Counter.Command, Integer>ask(
            counter, Counter.Tell::new, SOON, Adapter.toTyped(system).scheduler())
        .toCompletableFuture()
        .join();
  }

  @Test
  void comesBackOnTheSameDirectory() throws Exception {
    addAll(spawn(Counter.of("a")), 100);
    restart("");
    var counter = spawn(Counter.of("a"));
    assertThat(sum(counter)).isEqualTo(5_050);
    addAll(counter, 100);
    restart("");
    assertThat(sum(spawn(Counter.of("a")))).isEqualTo(10_100);
  }

  @Test
  void comesBackFromASnapshotWhoseEventsAreDeleted() throws Exception {
    addAll(spawn(Counter.withSnapshots("a", 10)), 95);
    restart("");
    assertThat(sum(spawn(Counter.withSnapshots("a", 10)))).isEqualTo(95 * 96 / 2);
    assertThat(JournalExtension.get(system).journal().open().events(0, 1_000)).hasSize(95);
  }

  @Test
  void manyComeBackAtOnce() throws Exception {
    for (var n = 0; n < 200; n++) {
      addAll(spawn(Counter.of("c-" + n)), 5);
    }
    restart("");
    for (var n = 0; n < 200; n++) {
      assertThat(sum(spawn(Counter.of("c-" + n)))).isEqualTo(15);
    }
  }

  @Test
  void tagsCanBeQueried() throws Exception {
    addAll(spawn(Counter.of("a")), 9);
    var numbers =
        PersistenceQuery.get(system)
            .getReadJournalFor(JavaReadJournal.class, JavaReadJournal.IDENTIFIER)
            .currentEventsByTag("even", Offset.noOffset())
            .map(envelope -> (Integer) envelope.event())
            .runWith(Sink.seq(), system)
            .toCompletableFuture()
            .join();
    assertThat(numbers).containsExactly(2, 4, 6, 8);
  }

  @Test
  void acknowledgesNothingOnceTheDiskFails() throws Exception {
    restart(
        """
        givre-journal.leveldb.factory = "org.givre.journal.akka.FailingLevelDb"
        """);
    var told = new CompletableFuture<JournalStopped>();
    JournalExtension.get(system).journal().listen(stopping(told));
    var counter = spawn(Counter.of("a"));
    var other = spawn(Counter.of("b"));
    addAll(counter, 3);
    addAll(other, 3);
    FailingLevelDb.BROKEN.set(true);
    var watch = new akka.testkit.javadsl.TestKit(system);
    watch.watch(Adapter.toClassic(counter));
    watch.watch(Adapter.toClassic(other));
    var lost = add(counter, 4).toCompletableFuture();
    watch.expectTerminated(SOON, Adapter.toClassic(counter));
    FailingLevelDb.BROKEN.set(false);
    add(other, 4);
    watch.expectTerminated(SOON, Adapter.toClassic(other));
    assertThat(lost.isDone() && !lost.isCompletedExceptionally()).isFalse();
    assertThat(told.get(SOON.toSeconds(), TimeUnit.SECONDS))
        .hasMessageContaining("takes no more writes");
    assertLatecomersAreTold();
    restart("");
    assertThat(sum(spawn(Counter.of("a")))).isEqualTo(6);
    assertThat(sum(spawn(Counter.of("b")))).isEqualTo(6);
  }

  private void assertLatecomersAreTold() {
    var told = new CompletableFuture<JournalStopped>();
    JournalExtension.get(system).journal().listen(stopping(told));
    assertThat(told).isDone();
  }

  private static StoreListener stopping(CompletableFuture<JournalStopped> told) {
    return new StoreListener() {
      @Override
      public void diskLevel(DiskLevel level, long freeBytes) {}

      @Override
      public void stopped(JournalStopped why) {
        told.complete(why);
      }

      @Override
      public void damaged(JournalDamage damage) {}
    };
  }
}
