package org.givre.devices.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.action.Service.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "IN_SERVICE, pause, PAUSED",
    "IN_SERVICE, resume, IN_SERVICE",
    "IN_SERVICE, drain, DRAINED",
    "IN_SERVICE, returnToService, IN_SERVICE",
    "PAUSED, pause, PAUSED",
    "PAUSED, resume, IN_SERVICE",
    "PAUSED, drain, DRAINED",
    "DRAINED, drain, DRAINED",
    "DRAINED, returnToService, IN_SERVICE",
  })
  void leadsFromModeToMode(Mode from, String action, Mode to) {
    var before = new Service(from, NOON, "before", 4);
    var wish = Action.of("a", action);
    assertThat(before.refusal(wish, false)).isEmpty();
    var after = before.after(wish.decided(Optional.empty()), NOON.plusSeconds(1), "why");
    assertThat(after.mode()).isEqualTo(to);
    assertThat(after.revision()).isEqualTo(from == to ? 4 : 5);
    assertThat(before.allowed(false).contains(action)).isEqualTo(from != to);
  }

  @ParameterizedTest
  @CsvSource({
    "PAUSED, returnToService, action-not-allowed",
    "DRAINED, pause, action-not-allowed",
    "DRAINED, resume, action-not-allowed",
    "IN_SERVICE, dance, action-not-supported",
  })
  void refusesAndStaysAsItIs(Mode mode, String action, String code) {
    var service = new Service(mode, NOON, "", 4);
    var wish = Action.of("a", action);
    assertThat(service.refusal(wish, false)).contains(code);
    assertThat(service.after(wish.decided(Optional.of(code)), NOON, "why")).isEqualTo(service);
    assertThat(service.allowed(false)).doesNotContain(action);
  }

  @Test
  void letsAFaultEndInEveryMode() {
    for (var mode : Mode.values()) {
      var service = new Service(mode, NOON, "", 4);
      assertThat(service.refusal(Action.of("a", "returnToService"), true)).isEmpty();
      assertThat(service.allowed(true)).contains("returnToService");
    }
  }

  @Test
  void refusesWhoHasSeenAnotherRevision() {
    var service = new Service(Mode.IN_SERVICE, NOON, "", 4);
    var seen = new TreeSet<>(List.of(3L));
    var action = new Action("a", "pause", new TreeMap<>(), seen, Optional.empty());
    assertThat(service.refusal(action, false)).contains("revision-stale");
    seen.add(4L);
    var again = new Action("a", "pause", new TreeMap<>(), seen, Optional.empty());
    assertThat(service.refusal(again, false)).isEmpty();
  }

  @Test
  void passesOnARefusalThatWasFoundBefore() {
    var known =
        new Action("a", "pause", new TreeMap<>(), new TreeSet<>(), Optional.of("port-unknown"));
    assertThat(Service.UNTOUCHED.refusal(known, false)).contains("port-unknown");
  }
}
