package org.givre.journal.akka;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.persistence.AtomicWrite;
import akka.persistence.JournalProtocol.DeleteMessagesTo;
import akka.persistence.JournalProtocol.RecoverySuccess;
import akka.persistence.JournalProtocol.ReplayMessages;
import akka.persistence.JournalProtocol.ReplayedMessage;
import akka.persistence.JournalProtocol.WriteMessageFailure;
import akka.persistence.JournalProtocol.WriteMessageRejected;
import akka.persistence.JournalProtocol.WriteMessageSuccess;
import akka.persistence.JournalProtocol.WriteMessages;
import akka.persistence.JournalProtocol.WriteMessagesFailed;
import akka.persistence.JournalProtocol.WriteMessagesSuccessful$;
import akka.persistence.PersistentEnvelope;
import akka.persistence.PersistentRepr;
import akka.persistence.journal.Tagged;
import akka.testkit.javadsl.TestKit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.jdk.javaapi.CollectionConverters;

/** The cases of Akka's compatibility kit for journals, and what ours promises beyond. */
class JournalPluginTest {
  private static final String WRITER = UUID.randomUUID().toString();
  private static final int INSTANCE = 1;

  @TempDir static Path directory;
  private static ActorSystem system;
  private static int tests;

  private TestKit actor;
  private String id = "";

  @BeforeAll
  static void start() {
    system =
        Systems.start(
            directory,
            """
            givre-journal.commit.max-write-bytes = 64KiB
            givre-journal.write {
              event-adapters.spoken = "org.givre.journal.akka.SpokenAdapter"
              event-adapter-bindings { "org.givre.journal.akka.Spoken" = spoken }
            }
            """);
  }

  @AfterAll
  static void stop() throws Exception {
    Systems.stop(system);
  }

  /** Five events: three alone, two in one atomic write. */
  @BeforeEach
  void writeFive() {
    actor = new TestKit(system);
    id = "p-" + ++tests;
    write(single(1), single(2), single(3), atomic(event(4), event(5)));
    actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
    for (var n = 1; n <= 5; n++) {
      assertThat(actor.expectMsgClass(WriteMessageSuccess.class).persistent().sequenceNr())
          .isEqualTo(n);
    }
  }

  private PersistentRepr event(long sequenceNumber) {
    return event(sequenceNumber, "a-" + sequenceNumber);
  }

  private PersistentRepr event(long sequenceNumber, Object payload) {
    return PersistentRepr.apply(
        payload, sequenceNumber, id, "", false, ActorRef.noSender(), WRITER);
  }

  private AtomicWrite single(long sequenceNumber) {
    return atomic(event(sequenceNumber));
  }

  private static AtomicWrite atomic(PersistentRepr... events) {
    return AtomicWrite.apply(CollectionConverters.asScala(List.of(events)).toSeq());
  }

  private void write(AtomicWrite... writes) {
    var envelopes = new ArrayList<PersistentEnvelope>(List.of(writes));
    Systems.journal(system)
        .tell(
            new WriteMessages(
                CollectionConverters.asScala(envelopes).toSeq(), actor.getRef(), INSTANCE),
            actor.getRef());
  }

  private void replay(long from, long to, long max) {
    Systems.journal(system)
        .tell(new ReplayMessages(from, to, max, id, actor.getRef()), actor.getRef());
  }

  private PersistentRepr replayed() {
    return actor.expectMsgClass(ReplayedMessage.class).persistent();
  }

  private void expectReplay(long... sequenceNumbers) {
    for (var expected : sequenceNumbers) {
      var event = replayed();
      assertThat(event.sequenceNr()).isEqualTo(expected);
      assertThat(event.payload()).isEqualTo("a-" + expected);
      assertThat(event.persistenceId()).isEqualTo(id);
      assertThat(event.writerUuid()).isEqualTo(WRITER);
    }
    actor.expectMsg(new RecoverySuccess(5));
  }

  private void delete(long to) {
    Systems.journal(system).tell(new DeleteMessagesTo(id, to, actor.getRef()), actor.getRef());
    assertThat(actor.expectMsgClass(akka.persistence.DeleteMessagesSuccess.class).toSequenceNr())
        .isEqualTo(to);
  }

  @Nested
  class Replay {
    @ParameterizedTest
    @CsvSource({
      "1, 9223372036854775807, 9223372036854775807, 1, 5",
      "3, 9223372036854775807, 9223372036854775807, 3, 5",
      "1, 3, 9223372036854775807, 1, 3",
      "1, 9223372036854775807, 3, 1, 3",
      "2, 3, 9223372036854775807, 2, 3",
      "2, 5, 2, 2, 3",
      "2, 2, 9223372036854775807, 2, 2",
      "2, 4, 1, 2, 2",
      "4, 4, 9223372036854775807, 4, 4",
      "5, 5, 9223372036854775807, 5, 5",
      "2, 4, 0, 1, 0",
      "3, 2, 9223372036854775807, 1, 0",
      "6, 9, 9223372036854775807, 1, 0",
    })
    void keepsToItsBounds(long from, long to, long max, long first, long last) {
      replay(from, to, max);
      expectReplay(LongStream.rangeClosed(first, last).toArray());
    }

    @Test
    void hasNothingOfAnActorThatHasNotWritten() {
      id = "nobody";
      replay(0, Long.MAX_VALUE, Long.MAX_VALUE);
      actor.expectMsg(new RecoverySuccess(0));
    }

    @Test
    void readsOverManyPages() {
      var writes =
          LongStream.rangeClosed(6, 3_500).mapToObj(JournalPluginTest.this::single).toList();
      write(writes.toArray(AtomicWrite[]::new));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
      writes.forEach(written -> actor.expectMsgClass(WriteMessageSuccess.class));
      replay(1, Long.MAX_VALUE, Long.MAX_VALUE);
      for (var n = 1; n <= 3_500; n++) {
        assertThat(replayed().sequenceNr()).isEqualTo(n);
      }
      actor.expectMsg(new RecoverySuccess(3_500));
    }

    @Test
    void readsOverPagesThatEndByBytes() {
      var last = 3 * Pages.BYTES / 60_000;
      for (var n = 6L; n <= last; n++) {
        write(atomic(event(n, "x".repeat(60_000))));
        actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
        actor.expectMsgClass(WriteMessageSuccess.class);
      }
      replay(1, Long.MAX_VALUE, Long.MAX_VALUE);
      for (var n = 1L; n <= last; n++) {
        assertThat(replayed().sequenceNr()).isEqualTo(n);
      }
      actor.expectMsg(new RecoverySuccess(last));
    }
  }

  @Nested
  class Delete {
    @Test
    void leavesWhatComesAfter() {
      var published = new TestKit(system);
      system.eventStream().subscribe(published.getRef(), DeleteMessagesTo.class);
      delete(3);
      published.expectMsg(new DeleteMessagesTo(id, 3, actor.getRef()));
      replay(1, Long.MAX_VALUE, Long.MAX_VALUE);
      expectReplay(4, 5);
    }

    @Test
    void keepsTheHighestSequenceNumber() {
      delete(3);
      replay(0, Long.MAX_VALUE, Long.MAX_VALUE);
      expectReplay(4, 5);
    }

    @Test
    void keepsTheHighestSequenceNumberWhenEverythingIsDeleted() {
      delete(Long.MAX_VALUE);
      replay(0, Long.MAX_VALUE, Long.MAX_VALUE);
      expectReplay();
    }

    @Test
    void deletesAPartOfAnAtomicWrite() {
      delete(4);
      replay(1, Long.MAX_VALUE, Long.MAX_VALUE);
      expectReplay(5);
    }

    @Test
    void deletesNothingOfAnActorThatHasNotWritten() {
      id = "nobody";
      delete(7);
      replay(1, Long.MAX_VALUE, Long.MAX_VALUE);
      actor.expectMsg(new RecoverySuccess(0));
    }
  }

  @Nested
  class Write {
    @Test
    void rejectsOnlyWhatCannotBeSerialized() {
      write(atomic(event(6, "b-6")), atomic(event(7, Spoken.UNSPEAKABLE)), atomic(event(8, "b-8")));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
      assertThat(actor.expectMsgClass(WriteMessageSuccess.class).persistent().payload())
          .isEqualTo("b-6");
      var rejected = actor.expectMsgClass(WriteMessageRejected.class);
      assertThat(rejected.message().payload()).isEqualTo(Spoken.UNSPEAKABLE);
      assertThat(rejected.cause()).hasMessage("unspeakable");
      assertThat(actor.expectMsgClass(WriteMessageSuccess.class).persistent().payload())
          .isEqualTo("b-8");
      replay(6, 8, 9);
      assertThat(List.of(replayed().payload(), replayed().payload()))
          .isEqualTo(List.of("b-6", "b-8"));
    }

    @Test
    void rejectsAnAtomicWriteWhole() {
      write(atomic(event(6), event(7, Spoken.UNSPEAKABLE)));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
      actor.expectMsgClass(WriteMessageRejected.class);
      actor.expectMsgClass(WriteMessageRejected.class);
      replay(6, 7, 9);
      actor.expectMsg(new RecoverySuccess(5));
    }

    @Test
    void rejectsWhatItsSerializerHasNoClassFor() {
      write(atomic(event(6, Spoken.UNLINKED)), atomic(event(7)));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
      assertThat(actor.expectMsgClass(WriteMessageRejected.class).cause())
          .hasMessageContaining("somewhere/Else");
      actor.expectMsgClass(WriteMessageSuccess.class);
    }

    @Test
    void failsWhateverAnAdapterThrows() {
      write(atomic(event(6, Spoken.UNADAPTABLE)));
      assertThat(actor.expectMsgClass(WriteMessagesFailed.class).cause())
          .isInstanceOf(java.io.IOException.class);
      assertThat(actor.expectMsgClass(WriteMessageFailure.class).message().sequenceNr())
          .isEqualTo(6);
      write(atomic(event(6)));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
    }

    @Test
    void rejectsWhatHasNoSerializer() {
      write(atomic(event(6, new Object())));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
      assertThat(actor.expectMsgClass(WriteMessageRejected.class).cause())
          .isInstanceOf(java.io.NotSerializableException.class);
    }

    @Test
    void rejectsWhatIsTooGreatAndTakesManyThatAreNotAlone() {
      write(
          atomic(event(6, "x".repeat(70_000))),
          atomic(event(7, "x".repeat(40_000))),
          atomic(event(8, "x".repeat(40_000))),
          atomic(event(9, "x".repeat(40_000))));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
      assertThat(actor.expectMsgClass(WriteMessageRejected.class).cause())
          .hasMessageContaining("max-write-bytes");
      for (var n = 7; n <= 9; n++) {
        assertThat(actor.expectMsgClass(WriteMessageSuccess.class).persistent().sequenceNr())
            .isEqualTo(n);
      }
    }

    @Test
    void failsASecondWriterOfTheSameEvents() {
      write(single(5));
      assertThat(actor.expectMsgClass(WriteMessagesFailed.class).cause())
          .hasMessageContaining("Two actors with this persistence id are running");
      assertThat(actor.expectMsgClass(WriteMessageFailure.class).message().sequenceNr())
          .isEqualTo(5);
      replay(1, Long.MAX_VALUE, Long.MAX_VALUE);
      expectReplay(1, 2, 3, 4, 5);
    }

    @Test
    void storesActorsInEvents() {
      write(atomic(event(6, new Spoken("hello", actor.getRef()))));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
      actor.expectMsgClass(WriteMessageSuccess.class);
      replay(6, 6, 1);
      assertThat(replayed().payload()).isEqualTo(new Spoken("hello", actor.getRef()));
    }

    @Test
    void storesMetadata() {
      write(atomic(event(6).withMetadata("about it")));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
      actor.expectMsgClass(WriteMessageSuccess.class);
      replay(6, 6, 1);
      assertThat(replayed().metadata().get()).isEqualTo("about it");
    }

    @Test
    void takesTheTagsOffAnEvent() {
      write(atomic(event(6, new Tagged("a-6", Set.of("red", "blue")))));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
      actor.expectMsgClass(WriteMessageSuccess.class);
      replay(6, 6, 1);
      assertThat(replayed().payload()).isEqualTo("a-6");
    }
  }

  @Nested
  class PersistenceId {
    @ParameterizedTest
    @CsvSource({"255, p", "255, ü", "40, 漢", "3000, x"})
    void mayBeLongAndOfAnyScript(int length, String letter) {
      id = letter.repeat(length) + tests;
      write(single(1));
      actor.expectMsg(WriteMessagesSuccessful$.MODULE$);
      actor.expectMsgClass(WriteMessageSuccess.class);
      replay(1, 1, 1);
      assertThat(replayed().persistenceId()).isEqualTo(id);
      actor.expectMsg(new RecoverySuccess(1));
    }
  }

  @Nested
  class HighestSequenceNumber {
    @Test
    void waitsForAWriteThatIsOnItsWay() {
      for (var round = 6; round < 300; round++) {
        write(single(round));
        replay(1, 0, 0);
        assertThat(actor.receiveN(3)).contains(new RecoverySuccess(round));
      }
    }
  }
}
