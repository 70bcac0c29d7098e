package org.givre.orchestrator.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.givre.plans.check.Verdict;
import org.givre.plans.check.Violation;
import org.givre.plans.explain.Alternative;
import org.givre.plans.explain.ChoiceExplanation;
import org.givre.plans.explain.ChoiceExplanation.Other;
import org.givre.plans.explain.ChoiceExplanation.TubePlace;
import org.givre.plans.explain.Explainer;
import org.givre.plans.explain.LiftExplanation;
import org.givre.plans.explain.OrderExplanation;
import org.givre.plans.explain.PlanSummary;
import org.givre.plans.explain.Wait;
import org.givre.plans.explain.WaitExplanation;
import org.givre.plans.explain.Words;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.PlanOp;

/** Explanations of one plan as JSON. */
public final class ExplanationJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Explainer explainer;
  private final Terms terms;
  private final Words words;

  public ExplanationJson(Explainer explainer, Terms terms) {
    this.explainer = explainer;
    this.terms = terms;
    words = new Words(explainer, terms);
  }

  /** Why a request gets its tube. */
  public ObjectNode of(ChoiceExplanation choice) {
    var json = begun("choice", words.of(choice));
    terms.request(json, choice.request());
    choice
        .chosen()
        .ifPresent(
            chosen -> {
              var tube = json.putObject("chosen");
              place(chosen.where(), tube);
              operation(chosen.lift(), tube);
            });
    choice
        .carriedBy()
        .ifPresent(picker -> json.set(terms.field("carriedBy"), terms.id("picker", picker)));
    var alternatives = json.putArray("alternatives");
    choice.others().forEach(other -> other(other, alternatives.addObject()));
    return json;
  }

  private void other(Other other, ObjectNode json) {
    json.put("why", words.of(other));
    place(other.where(), json);
    other
        .takenFor()
        .ifPresent(request -> terms.request(json.putObject(terms.field("takenFor")), request));
    other.instead().ifPresent(instead -> figures(instead, json));
  }

  private void place(TubePlace where, ObjectNode json) {
    json.set("tube", terms.id("tube", where.tube()));
    json.set("rack", terms.id("rack", where.rack()));
    json.put("level", where.level());
    json.put(terms.field("firstListed"), where.firstListed());
  }

  /** Why one lift is done before another. */
  public ObjectNode of(OrderExplanation order) {
    var json = begun("order", words.of(order));
    operation(order.earlier(), json.putObject("earlier"));
    operation(order.later(), json.putObject("later"));
    alternatives(order.instead(), json);
    return json;
  }

  /** Why a rack is lifted as it is. */
  public ObjectNode of(LiftExplanation lift) {
    var json = begun("lift", words.of(lift));
    operation(lift.lift(), json);
    lift.levels().forEach(json.putArray("levels")::add);
    alternatives(lift.instead(), json);
    json.put(terms.field("notTried"), lift.notTried());
    return json;
  }

  /** Why a job waits. */
  public ObjectNode of(WaitExplanation wait) {
    var json = begun("wait", words.of(wait));
    json.set("job", terms.id("job", wait.job()));
    wait.first().ifPresent(first -> operation(first, json.putObject("first")));
    wait.deliveredSeconds().ifPresent(at -> json.set(terms.field("deliveredAt"), terms.time(at)));
    waits(wait.untilFirst(), json.putArray(terms.field("untilFirst")));
    waits(wait.untilLast(), json.putArray(terms.field("untilLast")));
    alternatives(wait.doneFirst().stream().toList(), json);
    return json;
  }

  private void waits(List<Wait> waits, ArrayNode json) {
    for (var wait : waits) {
      var link = json.addObject();
      link.put("why", words.of(wait));
      link.put("kind", wait.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      link.set(terms.field("fromAt"), terms.time(wait.fromSeconds()));
      link.set(terms.field("untilAt"), terms.time(wait.untilSeconds()));
      wait.operations().forEach(link.putArray("operations")::add);
      var jobs = link.putArray("jobs");
      wait.jobs().forEach(job -> jobs.add(terms.id("job", job)));
    }
  }

  /**
   * The plan at a glance.
   *
   * @param boundTs weighted tube-seconds that no plan for the same requests can fall below
   */
  public ObjectNode of(PlanSummary summary, double boundTs) {
    var json = begun("summary", words.of(summary, boundTs));
    json.put(terms.field("lowerBoundTubeSeconds"), boundTs);
    var lifts = json.putArray("lifts");
    for (var line : summary.lifts()) {
      var lift = lifts.addObject();
      operation(line.number(), lift);
      lift.set(terms.field("endAt"), terms.time(line.endSeconds()));
      lift.put("tubes", line.lift().picks().size());
      var jobs = lift.putArray("jobs");
      line.jobs().forEach(job -> jobs.add(terms.id("job", job)));
      lift.put(terms.field("exposureTubeSeconds"), line.exposureTs());
    }
    var jobs = json.putArray("jobs");
    summary.jobs().forEach(line -> job(line, jobs.addObject()));
    return json;
  }

  private void job(PlanSummary.JobLine line, ObjectNode json) {
    json.set("job", terms.id("job", line.job()));
    json.put("tubes", line.requests()).put("delivered", line.delivered());
    line.lastSeconds().ifPresent(at -> json.set(terms.field("deliveredAt"), terms.time(at)));
    json.put(terms.field("lateSeconds"), line.lateSeconds());
    json.put(terms.field("exposureTubeSeconds"), line.exposureTs());
  }

  private ObjectNode begun(String kind, List<String> why) {
    var json = NODES.objectNode().put("explains", kind);
    why.forEach(json.putArray("why")::add);
    plan(explainer.verdict(), json.putObject("plan"));
    return json;
  }

  private void plan(Verdict verdict, ObjectNode json) {
    json.put(terms.field("exposureTubeSeconds"), verdict.exposure().totalTs());
    json.set(terms.field("makespanAt"), terms.time(verdict.makespanSeconds()));
    json.put(terms.field("weightedTardinessSeconds"), verdict.weightedTardinessSeconds());
    json.put(terms.field("compositeTubeSeconds"), verdict.compositeTs());
    json.put("valid", verdict.isValid()).put("retimed", explainer.retimed());
  }

  private void operation(int number, ObjectNode json) {
    var op = explainer.plan().ops().get(number);
    if (op instanceof PlanOp.Lift lift) {
      json.put("lift", number);
      json.set("rack", terms.id("rack", lift.rack()));
      json.put("mode", lift.mode() == LiftMode.PARK ? "park" : "hold");
    } else if (op instanceof PlanOp.Unload unload) {
      json.put("unload", number);
      json.set("port", terms.id("port", unload.port()));
    }
    json.set("picker", terms.id("picker", op.picker()));
    json.set(terms.field("startAt"), terms.time(op.startSeconds()));
    terms.operation(json, number);
  }

  private void alternatives(List<Alternative> alternatives, ObjectNode json) {
    var list = json.putArray("alternatives");
    for (var alternative : alternatives) {
      var one = list.addObject().put("why", words.of(alternative));
      figures(alternative, one);
    }
  }

  private void figures(Alternative alternative, ObjectNode json) {
    var difference = alternative.difference();
    json.put("change", alternative.change().code()).put("allowed", difference.isAllowed());
    json.put(terms.field("exposureTubeSeconds"), difference.exposureTs());
    json.put(terms.field("makespanSeconds"), difference.makespanSeconds());
    json.put(terms.field("weightedTardinessSeconds"), difference.weightedTardinessSeconds());
    json.put(terms.field("compositeTubeSeconds"), difference.compositeTs());
    json.put("unloads", alternative.moreUnloads());
    var breaks = json.putArray("breaks");
    difference.breaks().forEach(violation -> violation(violation, breaks.addObject()));
    var deliveries = json.putArray("deliveries");
    difference
        .delaySeconds()
        .forEach(
            (job, delay) -> {
              var one = deliveries.addObject();
              one.set("job", terms.id("job", job));
              one.put(terms.field("delaySeconds"), delay);
            });
  }

  private void violation(Violation violation, ObjectNode json) {
    json.put("kind", violation.kind().text());
    json.put("subject", terms.named(violation.subject()));
    json.put("message", terms.named(violation.message()));
  }
}
