package org.givre.orchestrator.dispatch.planning;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.store.TubeId;

/**
 * Tells who can have a tube when several requests would take the same ones. Who comes first is
 * served, as long as everybody before can be served too, with whichever of their candidates. A
 * maximum bipartite matching by augmenting paths (Kuhn 1955), grown in the order of arrival.
 */
final class TubeContest {
  private final SortedMap<RequestKey, List<TubeId>> candidates = new TreeMap<>();
  private final Map<TubeId, RequestKey> holder = new HashMap<>();
  private final Map<RequestKey, TubeId> held = new HashMap<>();

  /** Whether the request can be served besides all that entered before. */
  boolean enter(RequestKey request, List<TubeId> tubes) {
    candidates.put(request, tubes);
    var reachedFrom = new HashMap<TubeId, RequestKey>();
    var queue = new ArrayDeque<RequestKey>(List.of(request));
    while (!queue.isEmpty()) {
      var asking = queue.remove();
      for (var tube : candidates.getOrDefault(asking, List.of())) {
        if (reachedFrom.putIfAbsent(tube, asking) == null) {
          var owner = holder.get(tube);
          if (owner == null) {
            shift(tube, reachedFrom);
            return true;
          }
          queue.add(owner);
        }
      }
    }
    candidates.remove(request);
    return false;
  }

  /** Hands {@code free} to who reached it, that one's tube to who reached that, and so on. */
  private void shift(TubeId free, Map<TubeId, RequestKey> reachedFrom) {
    for (var tube = Optional.of(free); tube.isPresent(); ) {
      var taker = Optional.ofNullable(reachedFrom.get(tube.get())).orElseThrow();
      holder.put(tube.get(), taker);
      tube = Optional.ofNullable(held.put(taker, tube.get()));
    }
  }

  /** Who has {@code tube} now. */
  Optional<RequestKey> holderOf(TubeId tube) {
    return Optional.ofNullable(holder.get(tube));
  }
}
