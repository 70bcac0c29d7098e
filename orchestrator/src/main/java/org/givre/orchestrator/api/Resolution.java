package org.givre.orchestrator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.givre.orchestrator.api.JobRequest.AskedTube;
import org.givre.orchestrator.job.JobSpec.TubeRequest;
import org.givre.orchestrator.view.TubeView;
import org.givre.plans.store.TubeId;

/**
 * What of a request the store can serve.
 *
 * @param served items that can be served together, each by a tube of its own
 * @param errors why the others cannot
 */
record Resolution(List<Served> served, List<ProblemError> errors) {
  Resolution {
    served = List.copyOf(served);
    errors = List.copyOf(errors);
  }

  /** An item and the tubes that may serve it. */
  record Served(AskedTube item, TubeRequest request) {
    List<TubeId> tubes() {
      return request.candidates();
    }
  }

  /** Holds {@code items} against the store. */
  static Resolution of(List<AskedTube> items, TubeView tubes) {
    var complaints = new Complaints(JobRequestReader.MOST_ITEMS);
    var resolver = new RequestResolver(tubes, complaints);
    var candidates = new ArrayList<Served>();
    for (var item : items) {
      resolver.resolve(item).ifPresent(request -> candidates.add(new Served(item, request)));
    }
    return new Resolution(together(candidates, complaints), complaints.errors());
  }

  private static List<Served> together(List<Served> candidates, Complaints complaints) {
    var without =
        new TreeSet<>(DistinctTubes.without(candidates.stream().map(Served::request).toList()));
    var served = new ArrayList<Served>();
    for (int i = 0; i < candidates.size(); i++) {
      if (without.contains(i)) {
        complaints.add(
            candidates.get(i).item().at(),
            ProblemCode.TUBES_INSUFFICIENT,
            "All tubes that could serve this item are needed for items before it.");
      } else {
        served.add(candidates.get(i));
      }
    }
    return served;
  }

  /** What the job will ask for. */
  List<TubeRequest> requests() {
    return served.stream().map(Served::request).toList();
  }
}
