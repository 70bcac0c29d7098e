package org.givre.devices.picker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.givre.devices.action.Action;
import org.givre.devices.action.Service;
import org.givre.devices.action.Service.Mode;
import org.givre.devices.picker.PickerCommand.State;
import org.givre.devices.picker.PickerEvent.PickerActed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FitnessTest {
  private static final Instant OPERATOR = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant ROBOT = OPERATOR.plusSeconds(60);

  @ParameterizedTest
  @CsvSource({
    "IN_SERVICE, false, false, AVAILABLE",
    "IN_SERVICE, false, true, AVAILABLE",
    "IN_SERVICE, true, false, BUSY",
    "PAUSED, false, false, PAUSED",
    "PAUSED, false, true, PAUSED",
    "PAUSED, true, false, BUSY",
    "DRAINED, false, false, OUT_OF_SERVICE",
    "DRAINED, false, true, DRAINING",
    "DRAINED, true, false, DRAINING",
  })
  void isShownByWhatOperatorsWantAndWhatThePickerDoes(
      Mode mode, boolean busy, boolean loaded, State shown) {
    assertThat(fitness("", mode).state(busy, loaded)).isEqualTo(shown);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void isShownAsFaultBeforeAllElse(Mode mode) {
    var fitness = fitness("grip.slipped", mode);
    assertThat(fitness.state(true, true)).isEqualTo(State.FAULT);
    assertThat(fitness.state(false, false)).isEqualTo(State.FAULT);
    assertThat(fitness.reasonOf(State.FAULT)).isEqualTo("grip.slipped");
    assertThat(fitness.sinceOf(State.FAULT)).isEqualTo(ROBOT);
  }

  @ParameterizedTest
  @CsvSource({
    "AVAILABLE, 60, ''",
    "BUSY, 60, ''",
    "PAUSED, 60, 'belt squeaks'",
    "OUT_OF_SERVICE, 60, 'belt squeaks'",
    "DRAINING, 0, 'belt squeaks'",
  })
  void saysSinceWhenAndWhy(State state, int seconds, String reason) {
    var fitness = fitness("", Mode.PAUSED);
    assertThat(fitness.sinceOf(state)).isEqualTo(OPERATOR.plusSeconds(seconds));
    assertThat(fitness.reasonOf(state)).isEqualTo(reason);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void comesOutOfAFaultIntoServiceWithAnotherRevision(Mode mode) {
    var action = Action.of("a-1", "returnToService").decided(Optional.empty());
    var mended =
        fitness("grip.slipped", mode)
            .acted(new PickerActed(action, Optional.of("D1")), "ok", ROBOT);
    assertThat(mended.inFault()).isFalse();
    assertThat(mended.service().mode()).isEqualTo(Mode.IN_SERVICE);
    assertThat(mended.service().revision()).isEqualTo(8);
  }

  private static Fitness fitness(String fault, Mode mode) {
    return new Fitness(fault, ROBOT, new Service(mode, OPERATOR, "belt squeaks", 7));
  }
}
