package org.givre.plans.check;

import java.util.Collections;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.instance.Pick;

/** Which requests are served, and when their tubes have been delivered. */
final class RequestLedger {
  private final InstanceIndex index;
  private final Set<Integer> served = new HashSet<>();
  private final SortedMap<Integer, Double> deliveredSeconds = new TreeMap<>();

  RequestLedger(InstanceIndex index) {
    this.index = index;
  }

  /** Serves a request from an initial load; whether it was not yet served. */
  boolean serve(int request) {
    return served.add(request);
  }

  /** The request that a pick serves; absent where it may not, which is noted. */
  OptionalInt serve(int op, Pick pick, Findings findings) {
    var request = index.request(pick.request());
    if (request.isEmpty()) {
      return OptionalInt.empty();
    }
    var subject = "request " + pick.request();
    if (!request.get().alternatives().contains(pick.tube())) {
      findings.add(
          ViolationKind.REQUEST,
          op,
          subject,
          "tube %d is none of its alternatives %s"
              .formatted(pick.tube(), request.get().alternatives()));
      return OptionalInt.empty();
    }
    if (!served.add(pick.request())) {
      findings.add(
          ViolationKind.REQUEST,
          op,
          subject,
          "is served already; tube %d is one too many".formatted(pick.tube()));
      return OptionalInt.empty();
    }
    return OptionalInt.of(pick.request());
  }

  void deliver(int request, double seconds) {
    deliveredSeconds.put(request, seconds);
  }

  SortedMap<Integer, Double> deliveredSeconds() {
    return Collections.unmodifiableSortedMap(deliveredSeconds);
  }
}
