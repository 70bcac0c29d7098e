package org.givre.plans.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.plans.check.Problem.lift0;
import static org.givre.plans.check.Problem.park1;
import static org.givre.plans.check.Problem.plan;
import static org.givre.plans.check.Problem.unload;

import java.util.List;
import org.assertj.core.data.Offset;
import org.givre.plans.check.Problem;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Request;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The exchange format's worked example, with every figure reckoned by hand. */
class WorkedExampleTest {
  private static final Offset<Double> EXACT = within(1e-6);

  private final Explainer explainer =
      new Explainer(new Problem().instance(), plan(lift0(3.5), park1(15.7), unload(52, 2, 3, 0)));
  private final Words words = new Words(explainer, Naming.IDS);

  /** Its unload starts 0.9 s later than it might: three tubes less long in the carrier. */
  @Test
  void isComparedAtItsEarliestStarts() {
    assertThat(explainer.retimed()).isTrue();
    assertThat(explainer.plan().ops().get(2).startSeconds()).isEqualTo(51.1, EXACT);
    assertThat(explainer.verdict().exposure().totalTs()).isEqualTo(2211.81 - 3 * 0.9 * 0.02, EXACT);
    assertThat(explainer.verdict().makespanSeconds()).isEqualTo(60.1, EXACT);
  }

  @Nested
  class WhyThisTube {
    private final ChoiceExplanation choice = explainer.request(1);

    /** The text has 3388.5 for it: one lift per rack, with the tubes that are listed first. */
    @Test
    void comparesWithTheTubeThatIsListedFirst() {
      assertThat(choice.chosen().orElseThrow().where().tube()).isEqualTo(2);
      assertThat(choice.chosen().orElseThrow().where().firstListed()).isFalse();
      assertThat(choice.others()).hasSize(1);
      var other = choice.others().get(0);
      assertThat(other.where()).isEqualTo(new ChoiceExplanation.TubePlace(1, 0, 3, true));
      var instead = other.instead().orElseThrow();
      assertThat(instead.verdict().isValid()).isTrue();
      assertThat(instead.verdict().exposure().totalTs()).isEqualTo(3388.5, EXACT);
      assertThat(instead.change())
          .isEqualTo(new Change.AndMode(new Change.Joins(0, 0), 1, LiftMode.HOLD));
      var difference = instead.difference();
      assertThat(difference.exposureTs()).isEqualTo(3388.5 - 2211.756, EXACT);
      assertThat(difference.makespanSeconds()).isEqualTo(52.1 - 60.1, EXACT);
      assertThat(difference.weightedTardinessSeconds()).isEqualTo(-0.2, EXACT);
      assertThat(difference.compositeTs()).isEqualTo(3388.5 + 5210 - 8223.756, EXACT);
      assertThat(difference.delaySeconds()).containsOnlyKeys(0);
    }

    @Test
    void saysSo() {
      assertThat(words.of(choice))
          .containsExactly(
              "Request 1 of job 0 gets tube 2 of rack 1 level 2, in lift 1 at 15.7 s, which picks 2"
                  + " tubes for 1 job.",
              "No other tube is cheaper.");
      assertThat(words.of(choice.others().get(0)))
          .isEqualTo(
              "tube 1 of rack 0 level 3 (first come, first served) joins lift 0 of rack 0, lift 1"
                  + " is held: +1,176.7 tube-seconds, the last delivery of all 8.0 s earlier, -0.2"
                  + " s of weighted tardiness, in all +374.7");
    }

    @Test
    void saysWhatIsLeftOut() {
      var partial = new Explainer(new Problem().instance(), plan(lift0(3.5), unload(30, 0)));
      var choice = partial.request(2);

      assertThat(choice.chosen()).isEmpty();
      assertThat(new Words(partial, Naming.IDS).of(choice))
          .containsExactly("Request 2 of job 0 gets no tube in this plan.", "It could have one.");
      assertThat(choice.others()).hasSize(1);
      assertThat(choice.others().get(0).instead().orElseThrow().verdict().requestDeliveredSeconds())
          .containsOnlyKeys(0, 2);
    }

    @Test
    void namesWhoHasATube() {
      var problem = new Problem();
      problem.requests.set(2, new Request(2, List.of(3, 2)));
      var taken =
          new Explainer(problem.instance(), plan(lift0(3.5), park1(15.7), unload(51.1, 2, 3, 0)));
      var choice = taken.request(2);

      assertThat(choice.others().get(0).takenFor()).hasValue(1);
      var own = new Words(taken, Naming.IDS);
      assertThat(own.of(choice)).contains("No other tube can be had.");
      assertThat(own.of(choice.others().get(0)))
          .isEqualTo("tube 2 of rack 1 level 2 goes to request 1");
    }

    @Test
    void namesTheCapThatATubeWouldBreak() {
      var problem = new Problem();
      problem.caps0 = List.of(60.0, 60.0, 7.0);
      var tight =
          new Explainer(problem.instance(), plan(lift0(3.5), park1(15.7), unload(51.1, 2, 3, 0)));

      var other = tight.request(1).others().get(0);

      assertThat(other.instead().orElseThrow().verdict().isValid()).isFalse();
      assertThat(new Words(tight, Naming.IDS).of(other))
          .contains("+1,176.7 tube-seconds")
          .endsWith("breaks the cap of rack 0 level 3");
    }

    @Test
    void saysWhereThereIsNoChoice() {
      assertThat(words.of(explainer.request(0))).contains("There is no other tube for it.");
    }
  }

  @Nested
  class WhyThisRackFirst {
    /** One turn of the carousel more, 1.6 s; tube 0 is carried for less long, the others longer. */
    @Test
    void comparesWithTheOtherOrder() {
      var order = explainer.order(1, 0);

      assertThat(order.earlier()).isZero();
      assertThat(order.later()).isEqualTo(1);
      var difference = order.instead().get(0).difference();
      assertThat(difference.breaks()).isEmpty();
      assertThat(difference.exposureTs()).isEqualTo(0.02 * (81 - 84.8), EXACT);
      assertThat(difference.makespanSeconds()).isEqualTo(1.6, EXACT);
      assertThat(difference.weightedTardinessSeconds()).isEqualTo(3.2, EXACT);
      assertThat(difference.compositeTs()).isEqualTo(191.924, EXACT);
      assertThat(words.of(order))
          .containsExactly(
              "Lift 0 of rack 0 starts at 3.5 s, lift 1 of rack 1 at 15.7 s.",
              "No other order is cheaper.");
    }
  }

  @Nested
  class WhyLiftedSo {
    /** Boxes out for 13.4 and 12.2 s; the picks end 5.2 s earlier, the lift 11.4 s. */
    @Test
    void findsThatHoldingWouldBeCheaper() {
      var lift = explainer.lift(1);

      assertThat(lift.levels()).containsExactly(2, 2);
      var held = lift.instead().get(0);
      assertThat(held.change()).isEqualTo(new Change.InMode(LiftMode.HOLD));
      var parkedRack = 50 * 14.8 + 88 * 11.54 + 5.72 + 6.22;
      var heldRack = 50 * 13.4 + 88 * 12.2 + 1.6 + 6.6;
      var carried = (42.7 - 27.5) + (44.7 - 32.5) + (46.7 - 13.1);
      assertThat(held.difference().exposureTs())
          .isEqualTo(heldRack - parkedRack + 0.02 * (carried - 84.8), EXACT);
      assertThat(held.difference().makespanSeconds()).isEqualTo(48.7 - 60.1, EXACT);
      assertThat(held.difference().compositeTs()).isEqualTo(-1158.136, EXACT);
      assertThat(words.of(lift))
          .containsExactly(
              "Lift 1 parks a box of rack 1 at 15.7 s for 2 tubes at level 2.",
              "Another way to lift it would be cheaper by itself: the plan is not the best there"
                  + " is.");
    }
  }

  @Nested
  class WhyAJobWaits {
    @Test
    void followsWhatItWaitsFor() {
      var wait = explainer.job(0);

      assertThat(wait.first()).hasValue(0);
      assertThat(wait.untilFirst())
          .containsExactly(new Wait(Binding.Kind.WAY, 0, 0, 3.5, List.of(), List.of()));
      assertThat(wait.last()).hasValue(2);
      assertThat(wait.untilLast()).hasSize(2);
      assertThat(wait.untilLast().get(1).operations()).containsExactly(0, 1);
      assertThat(wait.deliveredSeconds().orElseThrow()).isEqualTo(60.1, EXACT);
      assertThat(wait.doneFirst().orElseThrow().difference().compositeTs()).isEqualTo(0, EXACT);
      assertThat(words.of(wait))
          .containsExactly(
              "Job 0 begins with lift 0 of rack 0 at 3.5 s.",
              "Its last tube is delivered at 60.1 s.",
              "Done first, it is delivered at the same time: +0.0 tube-seconds.");
      assertThat(wait.untilLast().stream().map(words::of))
          .containsExactly(
              "picker 0 gets there by 3.5 s",
              "picker 0 first does 2 lifts, and gets there by 51.1 s");
    }
  }

  @Test
  void sumsUp() {
    var summary = explainer.summary();

    assertThat(summary.lifts()).extracting(line -> line.number()).containsExactly(0, 1);
    assertThat(summary.lifts().get(0).exposureTs()).isEqualTo(59 * 7.2 + 1.6 + 5, EXACT);
    assertThat(summary.jobs()).hasSize(1);
    var job = summary.jobs().get(0);
    assertThat(job.delivered()).isEqualTo(3);
    assertThat(job.lateSeconds()).isEqualTo(0.1, EXACT);
    assertThat(job.exposureTs()).isEqualTo(explainer.verdict().exposure().totalTs(), EXACT);
  }
}
