package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Hints are given once a kind, whatever its order. */
class RemedyTest {
  @Test
  void givesALineForEachKind() {
    assertThat(Remedy.lines(List.of("tube", "dewar_unavailable", "tube")))
        .containsExactly(
            "dewar_unavailable: a longer time in which the dewar and the picker are free",
            "tube: more tubes to choose from");
  }

  @Test
  void saysNothingOfKindsThatNobodyKnows() {
    assertThat(Remedy.lines(List.of("moon"))).isEmpty();
  }
}
