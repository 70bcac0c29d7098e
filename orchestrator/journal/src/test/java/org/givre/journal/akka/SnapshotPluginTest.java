package org.givre.journal.akka;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorSystem;
import akka.persistence.DeleteSnapshotSuccess;
import akka.persistence.DeleteSnapshotsSuccess;
import akka.persistence.SaveSnapshotFailure;
import akka.persistence.SaveSnapshotSuccess;
import akka.persistence.SelectedSnapshot;
import akka.persistence.SnapshotMetadata;
import akka.persistence.SnapshotProtocol.DeleteSnapshot;
import akka.persistence.SnapshotProtocol.DeleteSnapshots;
import akka.persistence.SnapshotProtocol.LoadSnapshot;
import akka.persistence.SnapshotProtocol.LoadSnapshotResult;
import akka.persistence.SnapshotProtocol.SaveSnapshot;
import akka.persistence.SnapshotSelectionCriteria;
import akka.testkit.javadsl.TestKit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.OptionConverters;

/** The cases of Akka's compatibility kit for snapshot stores. */
class SnapshotPluginTest {
  private static final long ANY = Long.MAX_VALUE;
  private static final SnapshotSelectionCriteria LATEST = SnapshotSelectionCriteria.latest();

  @TempDir static Path directory;
  private static ActorSystem system;
  private static int tests;

  private final List<SnapshotMetadata> saved = new ArrayList<>();
  private TestKit actor;
  private String id = "";

  @BeforeAll
  static void start() {
    system = Systems.start(directory);
  }

  @AfterAll
  static void stop() throws Exception {
    Systems.stop(system);
  }

  /** Five snapshots, of sequence numbers 11 to 15; Akka gives each the time of its saving. */
  @BeforeEach
  void saveFive() {
    actor = new TestKit(system);
    id = "p-" + ++tests;
    for (var n = 1; n <= 5; n++) {
      saved.add(save(new SnapshotMetadata(id, 10 + n, 0L), "s-" + n));
      awaitAnotherMillisecond();
    }
  }

  private void awaitAnotherMillisecond() {
    while (System.currentTimeMillis() <= saved.get(saved.size() - 1).timestamp()) {
      Thread.onSpinWait();
    }
  }

  /** When snapshot {@code n} was saved. */
  private long time(int n) {
    return saved.get(n - 1).timestamp();
  }

  private SnapshotMetadata save(SnapshotMetadata metadata, Object snapshot) {
    ask(new SaveSnapshot(metadata, snapshot));
    return actor.expectMsgClass(SaveSnapshotSuccess.class).metadata();
  }

  private void ask(Object request) {
    Systems.snapshots(system).tell(request, actor.getRef());
  }

  private Optional<SelectedSnapshot> load(SnapshotSelectionCriteria criteria, long to) {
    return load(id, criteria, to);
  }

  private Optional<SelectedSnapshot> load(
      String persistenceId, SnapshotSelectionCriteria criteria, long to) {
    ask(new LoadSnapshot(persistenceId, criteria, to));
    var result = actor.expectMsgClass(Duration.ofSeconds(60), LoadSnapshotResult.class);
    assertThat(result.toSequenceNr()).isEqualTo(to);
    return OptionConverters.toJava(result.snapshot());
  }

  private static SnapshotSelectionCriteria upTo(long sequenceNumber, long millis) {
    return SnapshotSelectionCriteria.create(sequenceNumber, millis);
  }

  private void expect(Optional<SelectedSnapshot> loaded, int n) {
    assertThat(loaded).contains(new SelectedSnapshot(saved.get(n - 1), "s-" + n));
  }

  @Nested
  class Load {
    @Test
    void findsNothingOfAnotherPersistenceId() {
      assertThat(load("nobody", LATEST, ANY)).isEmpty();
      assertThat(load(id.substring(0, 2), LATEST, ANY)).isEmpty();
      assertThat(load(id + "0", LATEST, ANY)).isEmpty();
    }

    @Test
    void findsTheNewest() {
      expect(load(LATEST, ANY), 5);
    }

    @ParameterizedTest
    @CsvSource({
      "9223372036854775807, 100, 9223372036854775807",
      "7, 9223372036854775807, 9223372036854775807",
      "9223372036854775807, 9223372036854775807, 7",
    })
    void findsNothingOutsideOfItsBounds(long sequenceNumber, long millis, long to) {
      assertThat(load(upTo(sequenceNumber, millis), to)).isEmpty();
    }

    @Test
    void findsTheNewestWithinItsBounds() {
      expect(load(upTo(13, ANY), ANY), 3);
      expect(load(LATEST, 13), 3);
      expect(load(upTo(13, time(3)), ANY), 3);
      expect(load(upTo(ANY, time(3)), 13), 3);
      expect(load(upTo(ANY, time(4) - 1), ANY), 3);
    }

    @Test
    void keepsToLowerBounds() {
      assertThat(load(SnapshotSelectionCriteria.create(ANY, ANY, 16, 0), ANY)).isEmpty();
      assertThat(load(SnapshotSelectionCriteria.create(ANY, ANY, 0, time(5) + 1), ANY)).isEmpty();
      expect(load(SnapshotSelectionCriteria.create(14, ANY, 14, time(4)), ANY), 4);
      assertThat(load(SnapshotSelectionCriteria.none(), ANY)).isEmpty();
    }
  }

  @Nested
  class Delete {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deletesOneByItsSequenceNumber(boolean knowsTime) {
      var published = new TestKit(system);
      system.eventStream().subscribe(published.getRef(), DeleteSnapshot.class);
      var metadata = new SnapshotMetadata(id, 13, knowsTime ? time(3) : 0);
      ask(new DeleteSnapshot(metadata));
      published.expectMsg(new DeleteSnapshot(metadata));
      actor.expectMsg(new DeleteSnapshotSuccess(metadata));
      expect(load(upTo(13, ANY), ANY), 2);
      expect(load(LATEST, ANY), 5);
    }

    @Test
    void leavesOneThatHasAnotherTime() {
      var metadata = new SnapshotMetadata(id, 13, time(3) - 1);
      ask(new DeleteSnapshot(metadata));
      actor.expectMsg(new DeleteSnapshotSuccess(metadata));
      expect(load(upTo(13, ANY), ANY), 3);
    }

    @Test
    void deletesAllWithinBounds() {
      var published = new TestKit(system);
      system.eventStream().subscribe(published.getRef(), DeleteSnapshots.class);
      var bounds = upTo(13, time(3));
      ask(new DeleteSnapshots(id, bounds));
      published.expectMsg(new DeleteSnapshots(id, bounds));
      actor.expectMsg(new DeleteSnapshotsSuccess(bounds));
      assertThat(load(bounds, ANY)).isEmpty();
      expect(load(upTo(14, time(4)), ANY), 4);
    }

    @Test
    void leavesThoseThatAreLater() {
      var bounds = upTo(14, time(4) - 1);
      ask(new DeleteSnapshots(id, bounds));
      actor.expectMsg(new DeleteSnapshotsSuccess(bounds));
      expect(load(upTo(14, time(4)), ANY), 4);
      assertThat(load(upTo(13, ANY), ANY)).isEmpty();
    }
  }

  @Nested
  class Save {
    @Test
    void takesThePlaceOfOneWithTheSameSequenceNumber() {
      var metadata = save(saved.get(4), "s-5 again");
      assertThat(metadata.sequenceNr()).isEqualTo(15);
      assertThat(load(upTo(15, ANY), ANY)).contains(new SelectedSnapshot(metadata, "s-5 again"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000, (4 << 20) - 1, 4 << 20, (4 << 20) + 1, 13_000_000})
    void takesSnapshotsOfAnySize(int size) {
      var bytes = new byte[size];
      for (var i = 0; i < size; i++) {
        bytes[i] = (byte) (i ^ (i >> 11));
      }
      save(new SnapshotMetadata(id, 100, 1), bytes);
      assertThat(load(LATEST, ANY).orElseThrow().snapshot()).isEqualTo(bytes);
    }

    @Test
    void storesActorsInSnapshots() {
      save(new SnapshotMetadata(id, 100, 1), new Spoken("hello", actor.getRef()));
      assertThat(load(LATEST, ANY).orElseThrow().snapshot())
          .isEqualTo(new Spoken("hello", actor.getRef()));
    }

    @Test
    void storesMetadata() {
      save(new SnapshotMetadata(id, 100, 1).withMetadata("about it"), "s");
      assertThat(load(LATEST, ANY).orElseThrow().metadata().metadata().get()).isEqualTo("about it");
    }

    @Test
    void failsWhenItCannotBeSerialized() {
      ask(new SaveSnapshot(new SnapshotMetadata(id, 100, 1), Spoken.UNSPEAKABLE));
      assertThat(actor.expectMsgClass(SaveSnapshotFailure.class).cause())
          .hasMessageContaining("unspeakable");
      expect(load(LATEST, ANY), 5);
    }

    @ParameterizedTest
    @CsvSource({"255, p", "255, ü", "40, 漢", "3000, x"})
    void takesPersistenceIdsThatAreLongAndOfAnyScript(int length, String letter) {
      id = letter.repeat(length) + tests;
      save(new SnapshotMetadata(id, 1, 1), "s");
      var loaded = load(LATEST, ANY).orElseThrow();
      assertThat(loaded.metadata().persistenceId()).isEqualTo(id);
      assertThat(loaded.snapshot()).isEqualTo("s");
    }
  }
}
