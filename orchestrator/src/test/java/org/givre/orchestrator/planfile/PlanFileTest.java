package org.givre.orchestrator.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
  private static final String SMALL =
      """
      {"format":"givre-plan/2","ops":[
       {"op":"lift","picker":0,"start_s":1.5,"rack":2,"picks":[{"request":3,"tube":4}]},
       {"op":"unload","picker":0,"start_s":9,"port":5,"tubes":[4]},
       {"op":"place","picker":1,"start_s":0,"rack":2,"places":[{"tube":6,"level":1}]}]}""";

  private static final String FULL =
      """
      {"format":"givre-plan/2","instance":"small","policy":"by-hand","solve_ms":1,"ops":[
       {"op":"lift","picker":0,"start_s":1.5,"dewar":1,"rack":2,"mode":"hold",
        "picks":[{"request":3,"tube":4}]},
       {"op":"unload","picker":0,"start_s":9,"port":5,"tubes":[4]},
       {"op":"place","picker":1,"start_s":0,"rack":2,"places":[{"tube":6,"level":1}]}]}""";

  /** Every field of the full plan. */
  private static final String FIELDS =
      """
      $.format TEXT
      $.instance TEXT
      $.policy TEXT
      $.solve_ms NUMBER
      $.ops LIST!
      $.ops[0] OBJECT!
      $.ops[0].op TEXT!
      $.ops[0].picker INTEGER!
      $.ops[0].start_s ANY_NUMBER!
      $.ops[0].dewar INTEGER
      $.ops[0].rack INTEGER!
      $.ops[0].mode TEXT
      $.ops[0].picks LIST
      $.ops[0].picks[0] OBJECT!
      $.ops[0].picks[0].request INTEGER!
      $.ops[0].picks[0].tube INTEGER!
      $.ops[1] OBJECT!
      $.ops[1].op TEXT!
      $.ops[1].picker INTEGER!
      $.ops[1].start_s ANY_NUMBER!
      $.ops[1].port INTEGER!
      $.ops[1].tubes LIST
      $.ops[1].tubes[0] INTEGER!
      $.ops[2] OBJECT!
      $.ops[2].op TEXT!
      $.ops[2].picker INTEGER!
      $.ops[2].start_s ANY_NUMBER!
      $.ops[2].rack INTEGER!
      $.ops[2].places LIST
      $.ops[2].places[0] OBJECT!
      $.ops[2].places[0].tube INTEGER!
      $.ops[2].places[0].level INTEGER!
      """;

  @Nested
  class Read {
    @Test
    void readsTheWorkedExample() {
      var plan = PublicInstances.examplePlan();

      assertThat(plan.instance()).contains("example");
      assertThat(plan.policy()).isEqualTo("by-hand");
      assertThat(plan.ops())
          .containsExactly(
              new PlanOp.Lift(0, 3.5, OptionalInt.of(0), 0, LiftMode.HOLD, List.of(new Pick(0, 0))),
              new PlanOp.Lift(
                  0,
                  15.7,
                  OptionalInt.of(0),
                  1,
                  LiftMode.PARK,
                  List.of(new Pick(1, 2), new Pick(2, 3))),
              new PlanOp.Unload(0, 52, 0, List.of(2, 3, 0)));
    }

    @Test
    void givesAbsentFieldsTheirDefaults() {
      assertThat(PlanFile.parse(SMALL))
          .isEqualTo(
              new RetrievalPlan(
                  Optional.empty(),
                  "",
                  0,
                  List.of(
                      new PlanOp.Lift(
                          0, 1.5, OptionalInt.empty(), 2, LiftMode.HOLD, List.of(new Pick(3, 4))),
                      new PlanOp.Unload(0, 9, 5, List.of(4)),
                      new PlanOp.Place(1, 0, 2, List.of(new Placement(6, 1))))));
    }

    @ParameterizedTest
    @CsvSource({"1e999,Infinity", "NaN,NaN"})
    void leavesAStartThatIsNoTimeToTheJudge(String written, Double read) {
      var plan = PlanFile.parse(SMALL.replace("1.5", written));

      assertThat(plan.ops().get(0).startSeconds()).isEqualTo(read);
    }
  }

  @Nested
  class Write {
    @Test
    void givesBackWhatWasRead() {
      var example = PublicInstances.examplePlan();
      var small = PlanFile.parse(SMALL);

      assertThat(PlanFile.parse(PlanFile.text(example))).isEqualTo(example);
      assertThat(PlanFile.parse(PlanFile.text(small))).isEqualTo(small);
    }

    @Test
    void usesTheSecondFormatOnlyForPlaces() {
      assertThat(PlanFile.text(PublicInstances.examplePlan()))
          .startsWith("{\"format\":\"givre-plan/1\"");
      assertThat(PlanFile.text(PlanFile.parse(SMALL))).startsWith("{\"format\":\"givre-plan/2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.json", "plan.json.gz"})
    void writesFilesThatCanBeRead(String name, @TempDir Path directory) throws IOException {
      PlanFile.write(PublicInstances.examplePlan(), directory.resolve(name));

      assertThat(PlanFile.read(directory.resolve(name))).isEqualTo(PublicInstances.examplePlan());
    }
  }

  @Nested
  class Refuse {
    static Stream<Mistake> mistakes() {
      return Mistake.ofFields(FIELDS);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhereWhatWasExpectedAndWhatWasFound(Mistake mistake) {
      assertThatThrownBy(() -> PlanFile.parse(mistake.in(FULL)))
          .isExactlyInstanceOf(MalformedFileException.class)
          .hasMessageStartingWith(mistake.complaint());
    }

    @Test
    void leavesNoFieldOut() {
      assertThat(BrokenJson.paths(FULL)).isSubsetOf(Mistake.paths(FIELDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "nothing"})
    void asksForAFormat(String absent) {
      assertThatThrownBy(() -> PlanFile.parse(BrokenJson.with(FULL, "$.format", absent)))
          .isExactlyInstanceOf(MalformedFileException.class)
          .hasMessage("$.format: expected \"givre-plan/1\" or \"givre-plan/2\", found " + absent);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "\"lift\"|\"fly\"|$.ops[0].op: expected \"lift\", \"unload\" or \"place\", found \"fly\"",
          "\"picks\"|\"mode\":\"drop\",\"picks\"|$.ops[0].mode: expected \"hold\" or \"park\", found \"drop\"",
          "plan/2|plan/1|$.ops[2].op: expected \"lift\" or \"unload\"",
          "plan/2|plan/9|$.format: expected \"givre-plan/1\" or \"givre-plan/2\", found",
        })
    void tellsAnUnknownNameApart(String old, String broken, String message) {
      assertThatThrownBy(() -> PlanFile.parse(SMALL.replace(old, broken)))
          .isInstanceOf(UnknownReferenceException.class)
          .hasMessageStartingWith(message);
    }
  }
}
