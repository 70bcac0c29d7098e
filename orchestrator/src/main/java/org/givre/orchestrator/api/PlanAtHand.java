package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.orchestrator.dispatch.DispatchRequest.PlanPicture;
import org.givre.orchestrator.dispatch.planning.AdoptedPlan;
import org.givre.orchestrator.dispatch.planning.StoreTerms;
import org.givre.orchestrator.explain.ExplanationJson;
import org.givre.plans.explain.Explainer;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;

/** The plan that holds, with what it was reckoned on. */
final class PlanAtHand {
  final AdoptedPlan adopted;
  final Explainer explainer;
  final StoreTerms terms;
  final ExplanationJson writer;
  private final JobId job;
  private final double boundTubeSeconds;

  private PlanAtHand(AdoptedPlan adopted, JobId job, PlanPicture picture) {
    this.adopted = adopted;
    this.job = job;
    explainer = adopted.explainer();
    boundTubeSeconds = adopted.lowerBoundTubeSeconds(picture.state());
    terms = adopted.terms(picture.state());
    writer = new ExplanationJson(explainer, terms);
  }

  /** The plan; refused where there is none, or what is left of it does not go on. */
  static PlanAtHand of(JobId job, PlanPicture picture) {
    if (!picture.goesOn()) {
      throw missing(
          "What is left of plan %d is not done: something has come up, and no other plan has been found yet. Ask again when there is one."
              .formatted(picture.state().version()));
    }
    var plan = picture.reckoned().orElseThrow(() -> missing(whyNone(picture)));
    return new PlanAtHand(plan, job, picture);
  }

  private static String whyNone(PlanPicture picture) {
    long version = picture.state().version();
    return version == 0
        ? "No plan has been adopted yet. Ask again when there is one."
        : "What plan %d was reckoned on is not at hand: the engine has been started again since, or there was nothing to plan. Ask again after the next plan."
            .formatted(version);
  }

  private static ProblemException missing(String detail) {
    return Problem.of(ProblemCode.PLAN_NOT_AT_HAND, detail).thrown();
  }

  /** The same; refused where the job has no place in it. */
  static PlanAtHand withPlaceFor(JobId job, PlanPicture picture) {
    var plan = of(job, picture);
    if (plan.adopted.job(job).isEmpty()) {
      throw Problem.of(
              ProblemCode.PLAN_NOT_FOUND,
              "Job %s has no place in plan %d. Ask why it waits: explain=wait."
                  .formatted(job, plan.adopted.version()))
          .thrown();
    }
    return plan;
  }

  ObjectNode summary() {
    return writer.of(explainer.summary(), boundTubeSeconds);
  }

  ObjectNode lift(String wanted) {
    return writer.of(explainer.lift(number(wanted, List.of())));
  }

  /** Two lifts; the first two of a rack that is named twice. */
  ObjectNode order(String one, String other) {
    int first = number(one, List.of());
    return writer.of(explainer.order(first, number(other, List.of(first))));
  }

  /** A rack stands for its first lift for the job, or for anybody. */
  private int number(String wanted, List<Integer> but) {
    var lifts = new ArrayList<>(lifts(wanted));
    lifts.removeAll(but);
    return lifts.stream()
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.LIFT_NOT_FOUND,
                        "Plan %d has no %slift \"%s\". Name a rack that it lifts, or a lift's number; explain=all shows them."
                            .formatted(adopted.version(), but.isEmpty() ? "" : "further ", wanted))
                    .thrown());
  }

  private List<Integer> lifts(String wanted) {
    var ofRack = adopted.lifts(new RackId(wanted), job);
    return ofRack.isEmpty()
        ? Optional.of(wanted)
            .filter(text -> PlanQuestion.INDEX.matcher(text).matches())
            .map(Integer::parseInt)
            .filter(explainer::hasLift)
            .stream()
            .toList()
        : ofRack;
  }
}
