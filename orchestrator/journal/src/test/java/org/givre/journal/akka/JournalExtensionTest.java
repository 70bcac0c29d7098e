package org.givre.journal.akka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.ActorSystem;
import akka.persistence.JournalProtocol.RecoverySuccess;
import akka.persistence.JournalProtocol.ReplayMessages;
import akka.persistence.JournalProtocol.ReplayMessagesFailure;
import akka.persistence.JournalProtocol.WriteMessages;
import akka.persistence.query.PersistenceQuery;
import akka.testkit.javadsl.TestKit;
import java.nio.file.Path;
import java.util.List;
import org.givre.journal.store.AtomicWrite;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.NewEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalExtensionTest {
  @TempDir Path directory;

  private static void replay(ActorSystem system, TestKit actor) {
    Systems.journal(system).tell(new ReplayMessages(1, 9, 9, "a", actor.getRef()), actor.getRef());
  }

  @Test
  void opensOneStoreForAllPlugIns() throws Exception {
    var system = Systems.start(directory);
    var store = JournalExtension.get(system).journal().open();
    var actor = new TestKit(system);
    replay(system, actor);
    actor.expectMsg(new RecoverySuccess(0));
    PersistenceQuery.get(system)
        .getReadJournalFor(JavaReadJournal.class, JavaReadJournal.IDENTIFIER);
    assertThat(JournalExtension.get(system).journal().open()).isSameAs(store);
    Systems.stop(system);
    assertThat(store.isClosed()).isTrue();
  }

  @Test
  void refusesASecondSystemAndSaysWhoHasTheDirectory() throws Exception {
    var first = Systems.start(directory);
    JournalExtension.get(first).journal().open();
    var second = Systems.start(directory, "akka.loglevel = OFF");
    var inUse = "in use by process " + ProcessHandle.current().pid();
    assertThatThrownBy(() -> JournalExtension.get(second).journal().open())
        .isInstanceOf(JournalRefusal.class)
        .hasMessageContaining(inUse);
    var actor = new TestKit(second);
    replay(second, actor);
    assertThat(actor.expectMsgClass(ReplayMessagesFailure.class).cause())
        .hasMessageContaining(inUse);
    Systems.stop(second);
    assertThat(JournalExtension.get(first).journal().open().isClosed()).isFalse();
    Systems.stop(first);
    var third = Systems.start(directory);
    assertThat(JournalExtension.get(third).journal().open().lastOffset()).isZero();
    Systems.stop(third);
  }

  @Test
  void staysOpenWhenThePlugInRestarts() throws Exception {
    var system = Systems.start(directory, "akka.loglevel = OFF");
    var store = JournalExtension.get(system).journal().open();
    var actor = new TestKit(system);
    replay(system, actor);
    actor.expectMsg(new RecoverySuccess(0));
    Systems.journal(system).tell(new WriteMessages(null, actor.getRef(), 1), actor.getRef());
    replay(system, actor);
    actor.expectMsg(new RecoverySuccess(0));
    assertThat(store.isClosed()).isFalse();
    Systems.stop(system);
  }

  @Test
  void keepsJournalsApartThatHaveSettingsOfTheirOwn() throws Exception {
    var other = directory.resolve("other");
    var system =
        Systems.start(
            directory.resolve("usual"),
            "audit = ${givre-journal} { dir = \"%s\" }".formatted(other));
    var usual = JournalExtension.get(system).journal().open();
    var audit = JournalExtension.get(system).journal("audit").open();
    audit
        .append(List.of(new AtomicWrite("a", List.of(new NewEvent(1, new byte[0], List.of())))))
        .join();
    assertThat(usual.lastOffset()).isZero();
    assertThat(audit.lastOffset()).isEqualTo(1);
    Systems.stop(system);
  }

  @Test
  void isClosedForGood() throws Exception {
    var system = Systems.start(directory);
    var journal = JournalExtension.get(system).journal();
    journal.open();
    Systems.stop(system);
    assertThatThrownBy(journal::open).isInstanceOf(JournalStopped.class);
  }
}
