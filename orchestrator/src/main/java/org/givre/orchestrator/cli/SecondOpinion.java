package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.givre.orchestrator.planfile.InstanceConsistency;
import org.givre.orchestrator.planfile.MalformedFileException;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;

/** What the planner says of requests that some plan does not serve. */
final class SecondOpinion {
  /** As many as fit a screen. */
  private static final int MOST_SAID = 20;

  private static final StopCondition SHORT = StopCondition.afterIterations(300);

  private final Instance instance;

  SecondOpinion(Instance instance) {
    this.instance = instance;
  }

  /** Adds to an explanation what is in the way of requests, or that nothing is. */
  void addTo(ObjectNode json, Collection<Integer> unserved) {
    if (unserved.isEmpty() || !isConsistent()) {
      return;
    }
    var left = planLeaves();
    var sentences = new ArrayList<String>();
    var unplanned = json.putArray("unplanned");
    for (int request : unserved) {
      var why = left.stream().filter(one -> one.request() == request).findFirst();
      sentences.add(sentence(request, why));
      why.ifPresent(
          one ->
              unplanned
                  .addObject()
                  .put("request", request)
                  .put("constraint", one.constraint())
                  .put("detail", one.detail()));
    }
    say(sentences, (ArrayNode) json.get("why"));
  }

  private static String sentence(int request, Optional<Unplanned> why) {
    return why.map(
            one ->
                "In the way of request %d: %s (%s)."
                    .formatted(request, one.constraint(), one.detail()))
        .orElseGet(
            () ->
                "Nothing is in the way of request %d alone: the planner has a plan that serves it."
                    .formatted(request));
  }

  private static void say(List<String> sentences, ArrayNode why) {
    sentences.stream().limit(MOST_SAID).forEach(why::add);
    if (sentences.size() > MOST_SAID) {
      why.add("And so on for %d more.".formatted(sentences.size() - MOST_SAID));
    }
  }

  /** Nothing can be planned for an instance that contradicts itself. */
  private boolean isConsistent() {
    try {
      InstanceConsistency.require(instance);
      return true;
    } catch (MalformedFileException contradiction) {
      return false;
    }
  }

  /** After a short search, which takes up again some of what a first plan gives up. */
  private List<Unplanned> planLeaves() {
    return new WarmthPlanner().plan(instance, instance.seed(), SHORT).unplanned();
  }
}
