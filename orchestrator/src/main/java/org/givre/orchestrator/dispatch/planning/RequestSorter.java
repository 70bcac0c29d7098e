package org.givre.orchestrator.dispatch.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.orchestrator.dispatch.planning.Obstacles.GoneTube;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Gone;
import org.givre.orchestrator.dispatch.planning.Whereabouts.OutOfReach;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Standing;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Taken;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Unlocated;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.OpenRequest;
import org.givre.plans.store.TubeId;

/**
 * Sorts what is open into what can be planned, what must wait, and what has become impossible. What
 * running tasks serve, and what is in carriers, is neither.
 */
final class RequestSorter {
  private final PlanningInput input;
  private final TubeFinder finder;
  private final TubeContest contest = new TubeContest();
  private final Obstacles obstacles;
  private final SortedSet<RequestKey> served = new TreeSet<>();
  private final SortedSet<TubeId> leaving;
  private final AllowedPickers pickers;
  private final List<WaitingRequest> waiting = new ArrayList<>();

  RequestSorter(
      TubeFinder finder, PlanningInput input, AllowedPickers pickers, Obstacles obstacles) {
    this.input = input;
    this.obstacles = obstacles;
    this.finder = finder;
    this.pickers = pickers;
    leaving = input.leavingCarriers();
    input.runningPicks().forEach(p -> served.add(new RequestKey(p.job(), p.request())));
    input
        .picture()
        .pickers()
        .values()
        .forEach(p -> p.carrier().forEach(c -> served.add(new RequestKey(c.job(), c.request()))));
  }

  /** What can be planned, first come first. */
  List<WaitingRequest> sort() {
    for (var job : input.jobs()) {
      job.open().forEach(request -> sort(job, request));
    }
    return waiting;
  }

  private void sort(Offered job, OpenRequest open) {
    var key = new RequestKey(job.job(), open.index());
    if (served.contains(key)) {
      return;
    }
    if (open.inTransit().isPresent()) {
      checkCarried(key, open.inTransit().get());
    } else if (!open.unwanted() && pickers.checkAny(job, obstacles)) {
      sort(key, job, open.candidates());
    }
  }

  private void checkCarried(RequestKey key, TubeId tube) {
    if (!finder.isCarried(tube) && !leaving.contains(tube)) {
      obstacles.block(
          key.job(),
          "tube-unaccounted",
          tube.value(),
          "no picker that answers has it in its carrier");
    }
  }

  private void sort(RequestKey key, Offered job, List<TubeId> candidates) {
    var found = candidates.stream().map(tube -> finder.find(tube, job)).toList();
    var standing =
        found.stream().filter(Standing.class::isInstance).map(Standing.class::cast).toList();
    if (standing.isEmpty()) {
      explain(key, candidates, found);
    } else if (contest.enter(key, standing.stream().map(s -> s.found().tube().id()).toList())) {
      waiting.add(new WaitingRequest(key, standing));
    } else {
      var wanted = standing.get(0).found().tube().id();
      var by = contest.holderOf(wanted).map(RequestKey::job);
      obstacles.reserved(key.job(), wanted, by);
    }
  }

  /** Says why no candidate can be had: what will pass comes before what will not. */
  private void explain(RequestKey key, List<TubeId> candidates, List<Whereabouts> found) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) instanceof Taken taken) {
        obstacles.reserved(key.job(), candidates.get(i), taken.by());
        return;
      }
    }
    for (var where : found) {
      if (where instanceof OutOfReach out) {
        obstacles.block(key.job(), out.code(), out.resource(), out.detail());
        return;
      }
    }
    lost(key, candidates, found);
  }

  private void lost(RequestKey key, List<TubeId> candidates, List<Whereabouts> found) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) instanceof Unlocated unlocated) {
        var tube = candidates.get(i);
        var reason = "not in rack %s, where it was last known to stand".formatted(unlocated.rack());
        obstacles.block(key.job(), "tube-unlocated", tube.value(), reason);
        obstacles.unlocated(key, new GoneTube(tube, reason));
        return;
      }
    }
    if (found.stream().allMatch(Gone.class::isInstance) && !candidates.isEmpty()) {
      obstacles.gone(key, new GoneTube(candidates.get(0), "it has left the store"));
    }
  }
}
