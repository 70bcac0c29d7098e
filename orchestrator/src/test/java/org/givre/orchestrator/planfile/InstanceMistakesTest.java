package org.givre.orchestrator.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.ViolationKind;
import org.givre.plans.instance.RetrievalPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be wrong with an instance is refused, with its place. */
class InstanceMistakesTest {
  static Stream<Mistake> mistakes() {
    return Stream.concat(InstanceMistakes.ofFields(), InstanceMistakes.ofMeaning());
  }

  static Stream<Mistake> contradictions() {
    return InstanceMistakes.contradictions();
  }

  @Test
  void beginWithAnInstanceThatHasNone() {
    var good = InstanceFile.parse(InstanceMistakes.GOOD);
    assertThatCode(() -> InstanceConsistency.require(good)).doesNotThrowAnyException();
  }

  @Test
  void leaveNoFieldOut() {
    var first = BrokenJson.paths(InstanceMistakes.GOOD).stream().map(InstanceMistakesTest::first);
    assertThat(Mistake.paths(InstanceMistakes.FIELDS)).containsAll(first.toList());
  }

  private static String first(String path) {
    return path.replaceAll("\\[[0-9]+]", "[0]");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void areNamedByTheirPlace(Mistake mistake) {
    assertThatThrownBy(() -> InstanceFile.parse(mistake.in(InstanceMistakes.GOOD)))
        .isExactlyInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(mistake.complaint());
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void ofMeaningAreRefusedWhenItIsPlanned(Mistake mistake) {
    var contradictory = InstanceFile.parse(mistake.in(InstanceMistakes.GOOD));
    assertThatThrownBy(() -> InstanceConsistency.require(contradictory))
        .isExactlyInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(mistake.complaint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.returns|[{\"tube\":1,\"rack\":0,\"level\":1},{\"tube\":2,\"rack\":0,\"level\":1}]"
            + "|$.returns[1].tube: expected a tube of some initial_load, found 2",
        "$.returns|[{\"tube\":1,\"rack\":0,\"level\":1},{\"tube\":1,\"rack\":0,\"level\":1}]"
            + "|$.returns[1].tube: expected a tube that no return before it has, found 1",
        "$.pickers[0].initial_load"
            + "|[{\"request\":0,\"tube\":0},{\"request\":0,\"tube\":2},{\"tube\":1}]"
            + "|$.pickers[0].initial_load[1].request: expected a request that no other carried"
            + " tube serves, found 0",
      })
  void ofListsAreRefusedWhenItIsPlanned(String path, String value, String complaint) {
    var instance = InstanceFile.parse(BrokenJson.with(InstanceMistakes.GOOD, path, value));
    assertThatThrownBy(() -> InstanceConsistency.require(instance)).hasMessage(complaint);
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void ofMeaningAreViolationsToTheJudge(Mistake mistake) {
    var contradictory = InstanceFile.parse(mistake.in(InstanceMistakes.GOOD));
    var idle = new RetrievalPlan(Optional.empty(), "none", 0, List.of());
    assertThat(PlanCheck.of(contradictory).judge(idle).violations())
        .anyMatch(violation -> violation.kind() == ViolationKind.REFERENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-101", "S-201", "M-101", "M-201", "L-101", "L-201", "XL-101"})
  void areNotFoundInThePublicInstances(String name) {
    var instance = PublicInstances.named(name);
    assertThatCode(() -> InstanceConsistency.require(instance)).doesNotThrowAnyException();
  }

  @Test
  void includeReturnsInTheFirstFormat() {
    var first = InstanceMistakes.GOOD.replace("instance/2", "instance/1");
    assertThatThrownBy(() -> InstanceFile.parse(first))
        .hasMessage(
            "$.pickers[0].initial_load[1].request: expected an integer"
                + " (only givre-plan-instance/2 has returns), found nothing");
  }
}
