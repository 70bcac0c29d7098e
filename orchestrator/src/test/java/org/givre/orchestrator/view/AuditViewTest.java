package org.givre.orchestrator.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.action.Refusals;
import org.givre.devices.dewar.DewarEvent.DewarActed;
import org.givre.devices.dewar.DewarEvent.OpeningReleased;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.Recorded;
import org.givre.devices.port.PortEvent.PortActed;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.view.AuditEntry.Target;
import org.junit.jupiter.api.Test;

class AuditViewTest {
  private static final ActionRecord PAUSE = Action.of("a1", "pause").decided(Optional.empty());
  private static final ActionRecord REFUSED =
      Action.of("a2", "drain").with("to", "P2").decided(Optional.of(Refusals.REVISION_STALE));

  /** Three actions, with an event between them that is none. */
  private static List<FeedEvent> journal() {
    var journal = new JournalByHand();
    return List.of(
        because("frost", journal.event("dewar|D1", new DewarActed(PAUSE))),
        journal.event("dewar|D1", new OpeningReleased("t", 3)),
        because("full", journal.event("port|P1", new PortActed(REFUSED))),
        because("again", journal.event("dewar|D1", new DewarActed(PAUSE))));
  }

  private static FeedEvent because(String reason, FeedEvent event) {
    var recorded = event.recorded();
    return new FeedEvent(
        event.offset(),
        event.persistenceId(),
        event.sequenceNr(),
        new Recorded<>(
            event.event(),
            new Cause(Cause.Kind.OPERATOR, "ada", reason, "", "action"),
            recorded.engineTime(),
            recorded.wallTime().plusSeconds(60)));
  }

  private static AuditView audit(List<FeedEvent> journal) {
    var view = new View(SmallStore.definition(), Runnable::run);
    journal.forEach(view::apply);
    return view.audit();
  }

  private static List<String> hashes(List<FeedEvent> journal) {
    return audit(journal).entries(0, 10).stream().map(AuditEntry::hash).toList();
  }

  @Test
  void listsEveryActionWithWhoAndWhyAndHowItWasDecided() {
    var entries = audit(journal()).entries(0, 10);

    assertThat(entries).extracting(AuditEntry::offset).containsExactly(1L, 3L, 4L);
    assertThat(entries)
        .extracting(AuditEntry::target)
        .containsExactly(
            new Target("dewar", "D1"), new Target("port", "P1"), new Target("dewar", "D1"));
    var refused = entries.get(1);
    assertThat(refused.who()).isEqualTo("ada");
    assertThat(refused.reason()).isEqualTo("full");
    assertThat(refused.type()).isEqualTo("drain");
    assertThat(refused.arguments()).containsEntry("to", "P2").hasSize(1);
    assertThat(refused.outcome()).isEqualTo("REFUSED");
    assertThat(refused.refusal()).contains(Refusals.REVISION_STALE);
    assertThat(refused.at()).isEqualTo(JournalByHand.START.plusSeconds(3));
    assertThat(refused.wallTime()).isEqualTo(JournalByHand.START.plusSeconds(63));
    assertThat(entries.get(0).outcome()).isEqualTo("ACCEPTED");
  }

  @Test
  void callsTheDispatcherTheSite() {
    var hold = new JournalByHand().event("dispatch|main", new DewarActed(PAUSE));

    assertThat(audit(List.of(hold)).entries(0, 1).get(0).target())
        .isEqualTo(new Target("site", "main"));
  }

  @Test
  void goesOnAfterAnyOffset() {
    var audit = audit(journal());

    assertThat(audit.entries(0, 2)).extracting(AuditEntry::offset).containsExactly(1L, 3L);
    assertThat(audit.entries(3, 2)).extracting(AuditEntry::offset).containsExactly(4L);
    assertThat(audit.entries(2, 1)).extracting(AuditEntry::offset).containsExactly(3L);
    assertThat(audit.entries(4, 2)).isEmpty();
  }

  @Test
  void takesTheHashOfWhatIsDocumented() throws Exception {
    var text =
        """
        givre-audit 1
        previousHash 0000000000000000000000000000000000000000000000000000000000000000
        offset 1
        at 2026-11-24T10:00:01Z
        wallTime 2026-11-24T10:01:01Z
        who ada
        reason frost
        kind dewar
        id D1
        action a1
        type pause
        outcome ACCEPTED
        code\s
        """;
    var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));

    assertThat(hashes(journal()).get(0)).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void chainsEveryEntryToTheOneBefore() {
    var audit = audit(journal());
    var entries = audit.entries(0, 10);

    assertThat(entries.get(0).previousHash()).isEqualTo(AuditEntry.NO_HASH);
    assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(0).hash());
    assertThat(entries.get(2).previousHash()).isEqualTo(entries.get(1).hash());
    assertThat(audit.head()).isEqualTo(entries.get(2).hash());
    assertThat(entries.get(2).hash()).isNotEqualTo(entries.get(0).hash());
  }

  @Test
  void isTheSameEveryTimeTheJournalIsRead() {
    assertThat(hashes(journal())).isEqualTo(hashes(journal()));
  }

  @Test
  void changesEveryLaterHashWhenAnEntryIsChanged() {
    var before = hashes(journal());
    var after = hashes(changed(0, event -> because("another reason", event)));

    assertThat(after).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
    var later = hashes(changed(2, event -> because("another reason", event)));
    assertThat(later.get(0)).isEqualTo(before.get(0));
    assertThat(later.subList(1, 3)).doesNotContainAnyElementsOf(before);
  }

  @Test
  void changesEveryLaterHashWhenAnEntryIsMissing() {
    var journal = new ArrayList<>(journal());
    journal.remove(0);

    assertThat(hashes(journal)).hasSize(2).doesNotContainAnyElementsOf(hashes(journal()));
  }

  @Test
  void tellsALineFeedInAReasonFromTheNextLine() {
    var forged = hashes(changed(0, event -> because("frost\nkind port", event)));
    var entry = audit(changed(0, event -> because("frost\nkind port", event))).entries(0, 1).get(0);

    assertThat(entry.canonicalText()).contains("reason frost\\nkind port\nkind dewar\n");
    assertThat(forged.get(0)).isNotEqualTo(hashes(journal()).get(0));
  }

  private static List<FeedEvent> changed(int index, Function<FeedEvent, FeedEvent> change) {
    var journal = new ArrayList<>(journal());
    journal.set(index, change.apply(journal.get(index)));
    return journal;
  }
}
