package org.givre.orchestrator.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.givre.orchestrator.job.JobSpec.TubeRequest;
import org.givre.plans.store.TubeId;

/**
 * Whether every request of a job can have a tube of its own: a largest matching of requests and
 * candidates, grown along augmenting paths (Berge 1957) that are searched breadth first.
 */
final class DistinctTubes {
  private static final int NONE = -1;

  private final List<List<Integer>> candidates = new ArrayList<>();
  private final int[] tubeOf;
  private final int[] requestOf;

  private DistinctTubes(List<TubeRequest> requests) {
    Map<TubeId, Integer> numbers = new HashMap<>();
    for (var request : requests) {
      candidates.add(
          request.candidates().stream()
              .map(tube -> numbers.computeIfAbsent(tube, isNew -> numbers.size()))
              .toList());
    }
    tubeOf = filled(requests.size());
    requestOf = filled(numbers.size());
  }

  private static int[] filled(int length) {
    var array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  /** Numbers of requests for which no tube is left; empty when each has one. */
  static List<Integer> without(List<TubeRequest> requests) {
    var matching = new DistinctTubes(requests);
    var without = new ArrayList<Integer>();
    for (int request = 0; request < requests.size(); request++) {
      if (!matching.serve(request)) {
        without.add(request);
      }
    }
    return without;
  }

  private boolean serve(int first) {
    var reachedFrom = new HashMap<Integer, Integer>();
    var waiting = new ArrayDeque<Integer>();
    waiting.add(first);
    while (!waiting.isEmpty()) {
      var request = waiting.remove();
      for (var tube : candidates.get(request)) {
        if (reachedFrom.putIfAbsent(tube, request) == null) {
          if (requestOf[tube] == NONE) {
            give(tube, reachedFrom);
            return true;
          }
          waiting.add(requestOf[tube]);
        }
      }
    }
    return false;
  }

  /** Gives a free tube to the request it was reached from, that one's tube to the one before. */
  private void give(int free, Map<Integer, Integer> reachedFrom) {
    var tube = free;
    while (tube != NONE) {
      var request = reachedFrom.getOrDefault(tube, NONE);
      var before = tubeOf[request];
      tubeOf[request] = tube;
      requestOf[tube] = request;
      tube = before;
    }
  }
}
