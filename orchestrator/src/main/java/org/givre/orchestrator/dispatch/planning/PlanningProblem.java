package org.givre.orchestrator.dispatch.planning;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.rack.RackCommand.Found;
import org.givre.plans.company.CompanyDecision;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * What is to be planned, and what was left out and why.
 *
 * @param found where the tubes stand that the plan may pick
 * @param returning tubes in carriers that must go back
 * @param begun jobs that a robot has begun with: they are served even past their deadline
 * @param waits what of it waits for company; empty where nobody has decided that
 * @param nextLimit when the first of the tubes that wait in carriers is not cold any more
 */
public record PlanningProblem(
    Instance instance,
    PlanNames names,
    PlanClock clock,
    SortedMap<TubeId, Found> found,
    SortedMap<TubeId, Returning> returning,
    SortedSet<JobId> begun,
    Optional<Waits> waits,
    Optional<Instant> nextLimit,
    Obstacles obstacles) {
  public PlanningProblem {
    found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
    returning = Collections.unmodifiableSortedMap(new TreeMap<>(returning));
    begun = Collections.unmodifiableSortedSet(new TreeSet<>(begun));
  }

  /** What is left of it when some waits. */
  public PlanningProblem with(CompanyDecision decision) {
    return new PlanningProblem(
        decision.rest(instance),
        names,
        clock,
        found,
        returning,
        begun,
        Optional.of(Waits.of(decision, names, clock)),
        nextLimit,
        obstacles);
  }

  /** Whether there is nothing to plan. */
  public boolean isEmpty() {
    return instance.jobs().isEmpty() && returning.isEmpty();
  }

  /** All requests that the plan is asked to serve. */
  public SortedSet<RequestKey> requests() {
    var keys = new TreeSet<RequestKey>();
    instance.requests().forEach(request -> keys.add(names.request(request.id())));
    return keys;
  }

  /** The id of a job that takes part. */
  public int id(JobId job) {
    return names.id(job);
  }

  /** The request that the instance has under that id. */
  public RequestKey request(int id) {
    return names.request(id);
  }

  /** The tube that the instance has under that id. */
  public TubeId tube(int id) {
    return names.tube(id);
  }

  /** Ids of the tubes that a plan takes out of a rack or a carrier. */
  public SortedSet<Integer> movedBy(RetrievalPlan plan) {
    var moved = new TreeSet<Integer>();
    for (var op : plan.ops()) {
      if (op instanceof PlanOp.Lift lift) {
        lift.picks().forEach(pick -> moved.add(pick.tube()));
      } else if (op instanceof PlanOp.Unload unload) {
        moved.addAll(unload.tubes());
      } else if (op instanceof PlanOp.Place place) {
        place.places().forEach(placed -> moved.add(placed.tube()));
      }
    }
    return moved;
  }

  /** Pickers that take part, as the instance numbers them. */
  public SortedSet<Integer> fitPickers() {
    var pickers = new TreeSet<Integer>();
    instance.pickers().forEach(picker -> pickers.add(picker.id()));
    return pickers;
  }
}
