package org.givre.devices.journal;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.query.Offset;
import akka.persistence.query.PersistenceQuery;
import akka.persistence.testkit.query.javadsl.PersistenceTestKitReadJournal;
import akka.stream.javadsl.Sink;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.givre.devices.dewar.Dewar;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.time.SettableClock;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JournalledActorTest {
  private static final ActorTestKit AKKA = ActorTestKit.create(ActorTests.config());

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @Test
  void everyEventHasTheTagThatTheReadSideFollows() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
    var dewar = AKKA.spawn(Dewar.create(new DewarId("D1"), clock.engineTime()));
    var cause = Cause.policy("test", "plan-1", "task-1");
    var acquired = AKKA.<DewarCommand.Acquired>createTestProbe();
    var released = AKKA.<DewarCommand.Released>createTestProbe();
    dewar.tell(new DewarCommand.Acquire("task-1", new PickerId("picker-1"), cause, acquired.ref()));
    dewar.tell(new DewarCommand.Release("task-1", OptionalInt.of(3), cause, released.ref()));
    released.receiveMessage();
    var tagged =
        PersistenceQuery.get(AKKA.system())
            .getReadJournalFor(
                PersistenceTestKitReadJournal.class, PersistenceTestKitReadJournal.Identifier())
            .currentEventsByTag(JournalledActor.TAG, Offset.noOffset())
            .runWith(Sink.seq(), AKKA.system())
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    assertThat(tagged).extracting(found -> found.persistenceId()).containsOnly("dewar|D1");
    assertThat(tagged).hasSize(2);
  }
}
