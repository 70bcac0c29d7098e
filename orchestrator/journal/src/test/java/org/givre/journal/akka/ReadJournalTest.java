package org.givre.journal.akka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.Actor;
import akka.actor.ActorSystem;
import akka.persistence.PersistentRepr;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import akka.persistence.query.PersistenceQuery;
import akka.persistence.query.Sequence;
import akka.serialization.SerializationExtension;
import akka.stream.javadsl.Keep;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.givre.journal.store.AtomicWrite;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.NewEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadJournalTest {
  private static final long ALL = Long.MAX_VALUE;

  @TempDir Path directory;
  private ActorSystem system;
  private JournalStore store;
  private JavaReadJournal journal;
  private EventCodec codec;

  /** Five events of a, red; three of b, blue and red, between them. */
  @BeforeEach
  void start() {
    system = Systems.start(directory, "givre-journal.read.page-events = 3");
    store = JournalExtension.get(system).journal().open();
    codec = new EventCodec(SerializationExtension.get(system));
    journal =
        PersistenceQuery.get(system)
            .getReadJournalFor(JavaReadJournal.class, JavaReadJournal.IDENTIFIER);
    write("a", 1, 2, "red");
    write("b", 1, 2, "blue", "red");
    write("a", 3, 3, "red");
    write("b", 3, 1, "blue", "red");
  }

  @AfterEach
  void stop() throws Exception {
    Systems.stop(system);
  }

  private void write(String id, long from, int events, String... tags) {
    store.append(List.of(writing(id, from, events, tags))).join();
  }

  private AtomicWrite writing(String id, long from, int events, String... tags) {
    var all = new ArrayList<NewEvent>();
    for (var n = from; n < from + events; n++) {
      var event =
          PersistentRepr.apply(
              id + n, n, id, "", false, Actor.noSender(), UUID.randomUUID().toString());
      all.add(new NewEvent(n, codec.encode(event, event.payload()), List.of(tags)));
    }
    return new AtomicWrite(id, all);
  }

  private <T> List<T> list(Source<T, ?> source) {
    return source.runWith(Sink.seq(), system).toCompletableFuture().join();
  }

  private static long offset(EventEnvelope envelope) {
    return ((Sequence) envelope.offset()).value();
  }

  /** What a live stream has said. */
  private <T> BlockingQueue<T> listen(Source<T, ?> source) {
    var heard = new LinkedBlockingQueue<T>();
    source.runForeach(heard::add, system);
    return heard;
  }

  private static <T> T next(BlockingQueue<T> heard) throws InterruptedException {
    var next = heard.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("The stream says nothing");
    }
    return next;
  }

  private static Offset sequence(long offset) {
    return Offset.sequence(offset);
  }

  @Nested
  class ByPersistenceId {
    private List<Object> current(long from, long to) {
      return list(journal.currentEventsByPersistenceId("a", from, to)).stream()
          .map(EventEnvelope::event)
          .toList();
    }

    @Test
    void currentEndsWithWhatIsThere() {
      assertThat(current(0, ALL)).containsExactly("a1", "a2", "a3", "a4", "a5");
      assertThat(current(2, 4)).containsExactly("a2", "a3", "a4");
      assertThat(current(5, 5)).containsExactly("a5");
      assertThat(current(6, ALL)).isEmpty();
      assertThat(current(4, 2)).isEmpty();
      assertThat(list(journal.currentEventsByPersistenceId("nobody", 0, ALL))).isEmpty();
    }

    @Test
    void tellsOffsetAndTime() {
      var events = list(journal.currentEventsByPersistenceId("b", 1, ALL));
      assertThat(events).extracting(ReadJournalTest::offset).containsExactly(3L, 4L, 8L);
      assertThat(events).extracting(EventEnvelope::sequenceNr).containsExactly(1L, 2L, 3L);
      assertThat(events).extracting(EventEnvelope::persistenceId).containsOnly("b");
    }

    @Test
    void leavesOutWhatIsDeleted() {
      store.delete("a", 3).join();
      assertThat(current(0, ALL)).containsExactly("a4", "a5");
      store.delete("a", 5).join();
      assertThat(current(0, ALL)).isEmpty();
    }

    @Test
    void liveGoesOnUntilItsLast() throws Exception {
      var all =
          journal
              .eventsByPersistenceId("a", 2, 8)
              .map(EventEnvelope::event)
              .runWith(Sink.seq(), system)
              .toCompletableFuture();
      write("b", 4, 1);
      write("a", 6, 1);
      write("a", 7, 3);
      assertThat(all.get(20, TimeUnit.SECONDS))
          .containsExactly("a2", "a3", "a4", "a5", "a6", "a7", "a8");
    }

    @Test
    void liveWaitsForAnActorThatHasNotWritten() throws Exception {
      var heard = listen(journal.eventsByPersistenceId("c", 0, ALL));
      write("c", 1, 1);
      assertThat(next(heard).event()).isEqualTo("c1");
    }
  }

  @Nested
  class ByTag {
    private List<Long> current(String tag, Offset after) {
      return list(journal.currentEventsByTag(tag, after)).stream()
          .map(ReadJournalTest::offset)
          .toList();
    }

    @Test
    void currentBeginsAfterItsOffset() {
      assertThat(current("red", Offset.noOffset())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
      assertThat(current("red", sequence(3))).containsExactly(4L, 5L, 6L, 7L, 8L);
      assertThat(current("blue", sequence(0))).containsExactly(3L, 4L, 8L);
      assertThat(current("blue", sequence(4))).containsExactly(8L);
      assertThat(current("blue", sequence(8))).isEmpty();
      assertThat(current("blue", sequence(800))).isEmpty();
      assertThat(current("green", sequence(0))).isEmpty();
    }

    @Test
    void liveHearsWhatComes() throws Exception {
      var heard = listen(journal.eventsByTag("blue", sequence(3)));
      write("a", 6, 1, "red");
      write("c", 1, 1, "blue");
      write("a", 7, 1);
      write("c", 2, 1, "blue");
      for (var offset : List.of(4L, 8L, 10L, 12L)) {
        assertThat(offset(next(heard))).isEqualTo(offset);
      }
    }

    @Test
    void hearsATagThatIsNewLater() throws Exception {
      var heard = listen(journal.eventsByTag("green", Offset.noOffset()));
      write("a", 6, 1, "green");
      assertThat(offset(next(heard))).isEqualTo(9);
    }

    @Test
    void refusesOffsetsOfOtherJournals() {
      assertThatThrownBy(
              () ->
                  journal.eventsByTag(
                      "red",
                      Offset.timeBasedUUID(
                          UUID.fromString("49225740-2019-11ea-a752-ffae2393b6e4"))))
          .hasMessageStartingWith("Offsets of the journal are sequences; found a akka");
    }
  }

  @Nested
  class All {
    @Test
    void currentHasEveryEventOnce() {
      assertThat(list(journal.currentEvents(Offset.noOffset())))
          .extracting(ReadJournalTest::offset)
          .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
      assertThat(list(journal.currentEvents(sequence(6)))).hasSize(2);
    }

    @Test
    void queriesReadOverPagesThatEndByBytes() {
      var events = 12;
      for (var n = 1; n <= events; n++) {
        store.append(List.of(large("large", n))).join();
        write("small", n, 1);
      }
      var asked = sequence(8);
      assertThat(list(journal.currentEvents(asked)))
          .extracting(ReadJournalTest::offset)
          .isEqualTo(LongStream.rangeClosed(9, 8 + 2 * events).boxed().toList());
      assertThat(list(journal.currentEventsByTag("heavy", asked)))
          .extracting(ReadJournalTest::offset)
          .isEqualTo(LongStream.range(0, events).map(n -> 9 + 2 * n).boxed().toList());
      assertThat(list(journal.currentEventsByPersistenceId("large", 1, Long.MAX_VALUE)))
          .extracting(EventEnvelope::sequenceNr)
          .isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
      assertThat(list(journal.eventsByTag("heavy", asked).take(events))).hasSize(events);
    }

    /** An event of which five are more than a page. */
    private AtomicWrite large(String id, long sequenceNumber) {
      var payload = "x".repeat((int) (Pages.BYTES / 4));
      var event =
          PersistentRepr.apply(payload, sequenceNumber, id, "", false, Actor.noSender(), "");
      return new AtomicWrite(
          id,
          List.of(new NewEvent(sequenceNumber, codec.encode(event, payload), List.of("heavy"))));
    }

    @Test
    void currentHasWhatIsDeleted() {
      store.delete("a", 5).join();
      assertThat(list(journal.currentEvents(Offset.noOffset()))).hasSize(8);
    }

    @Test
    void liveSkipsNothingWhileOthersWrite() throws Exception {
      var events = 20_000L;
      var all =
          journal
              .events(Offset.noOffset())
              .take(events)
              .map(ReadJournalTest::offset)
              .runWith(Sink.seq(), system)
              .toCompletableFuture();
      var asked = new ArrayList<CompletableFuture<Long>>();
      for (var n = 0; n < events - 8; n++) {
        asked.add(store.append(List.of(writing("w" + n % 7, n / 7 + 1L, 1))));
      }
      asked.forEach(CompletableFuture::join);
      assertThat(all.get(60, TimeUnit.SECONDS))
          .isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
    }

    @Test
    void readsNoFurtherThanIsWanted() {
      var few =
          journal
              .events(Offset.noOffset())
              .toMat(Sink.<EventEnvelope>queue(), Keep.right())
              .run(system);
      assertThat(few.pull().toCompletableFuture().join()).isPresent();
      few.cancel();
    }
  }

  @Nested
  class PersistenceIds {
    @Test
    void currentHasEachOnce() {
      assertThat(list(journal.currentPersistenceIds())).containsExactly("a", "b");
    }

    @Test
    void liveHearsNewOnesOnce() throws Exception {
      var heard = listen(journal.persistenceIds());
      write("a", 6, 1);
      for (var n = 0; n < 10; n++) {
        write("n" + n, 1, 1);
        write("n" + n, 2, 1);
      }
      assertThat(List.of(next(heard), next(heard))).containsExactly("a", "b");
      for (var n = 0; n < 10; n++) {
        assertThat(next(heard)).isEqualTo("n" + n);
      }
    }
  }

  @Nested
  class End {
    @Test
    void liveStreamsFailWhenTheStoreIsClosed() throws Exception {
      var all =
          journal.events(Offset.noOffset()).runWith(Sink.ignore(), system).toCompletableFuture();
      store.close();
      assertThatThrownBy(() -> all.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(JournalStopped.class);
    }

    @Test
    void whatCannotBeReadFailsTheStream() {
      store
          .append(
              List.of(
                  new AtomicWrite(
                      "z", List.of(new NewEvent(1, new byte[] {9, 9}, List.of("odd"))))))
          .join();
      assertThatThrownBy(() -> list(journal.currentEventsByTag("odd", sequence(0))))
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("was stored in format 9");
    }
  }

  @Nested
  class ForScala {
    @Test
    void answersTheSame() {
      var scala =
          PersistenceQuery.get(system).<ScalaReadJournal>readJournalFor(JavaReadJournal.IDENTIFIER);
      assertThat(list(scala.currentEvents(sequence(0)).asJava())).hasSize(8);
      assertThat(list(scala.currentEventsByTag("blue", sequence(0)).asJava())).hasSize(3);
      assertThat(list(scala.currentEventsByPersistenceId("a", 0, ALL).asJava())).hasSize(5);
      assertThat(list(scala.currentPersistenceIds().asJava())).hasSize(2);
      assertThat(list(scala.events(sequence(0)).asJava().take(8))).hasSize(8);
      assertThat(list(scala.eventsByTag("blue", sequence(0)).asJava().take(3))).hasSize(3);
      assertThat(list(scala.eventsByPersistenceId("a", 0, 5).asJava())).hasSize(5);
      assertThat(list(scala.persistenceIds().asJava().take(2))).hasSize(2);
    }
  }
}
