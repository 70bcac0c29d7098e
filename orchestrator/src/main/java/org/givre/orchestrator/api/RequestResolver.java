package org.givre.orchestrator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.orchestrator.api.JobRequest.AskedTube;
import org.givre.orchestrator.job.Asked;
import org.givre.orchestrator.job.JobSpec.TubeRequest;
import org.givre.orchestrator.view.TubePicture;
import org.givre.orchestrator.view.TubeState;
import org.givre.orchestrator.view.TubeView;
import org.givre.plans.store.TubeId;

/**
 * Finds the tubes that may satisfy what a job asks for. A tube that another job holds is one of
 * them: that job may give it back. What cannot be satisfied is complained of, item by item.
 */
final class RequestResolver {
  private final TubeView tubes;
  private final Complaints complaints;
  private final SortedMap<TubeId, Locus> named = new TreeMap<>();

  RequestResolver(TubeView tubes, Complaints complaints) {
    this.tubes = tubes;
    this.complaints = complaints;
  }

  /** The request with its candidates; empty where a complaint was made. */
  Optional<TubeRequest> resolve(AskedTube item) {
    if (item.asked() instanceof Asked.NamedTube tube) {
      return namedTube(item, tube);
    }
    if (item.asked() instanceof Asked.AnyOf anyOf) {
      return anyOf(item, anyOf);
    }
    return ofSpecimen(item, (Asked.OfSpecimen) item.asked());
  }

  private Optional<TubeRequest> namedTube(AskedTube item, Asked.NamedTube asked) {
    if (named.putIfAbsent(asked.tube(), item.at()) != null) {
      return refuse(
          item, ProblemCode.TUBE_TWICE, "Tube %s is named twice.".formatted(asked.tube()));
    }
    var found = tubes.tube(asked.tube());
    if (found.isEmpty()) {
      return unknown(item, asked.tube());
    }
    return available(found.get())
        ? Optional.of(new TubeRequest(asked, List.of(asked.tube())))
        : gone(item, found.get());
  }

  /** Stands in a rack, or is in a carrier on behalf of a job that may yet give it back. */
  private static boolean available(TubePicture tube) {
    return tube.state() == TubeState.STORED || tube.state() == TubeState.IN_TRANSIT;
  }

  private Optional<TubeRequest> anyOf(AskedTube item, Asked.AnyOf asked) {
    var there = new ArrayList<TubeId>();
    Optional<TubePicture> missing = Optional.empty();
    for (var id : asked.tubes()) {
      var found = tubes.tube(id);
      if (found.isEmpty()) {
        return unknown(item, id);
      }
      if (available(found.get())) {
        there.add(id);
      } else {
        missing = found;
      }
    }
    return there.isEmpty()
        ? gone(item, missing.orElseThrow())
        : Optional.of(new TubeRequest(asked, there));
  }

  private Optional<TubeRequest> ofSpecimen(AskedTube item, Asked.OfSpecimen asked) {
    var all = tubes.ofSpecimen(asked.specimen());
    if (all.isEmpty()) {
      return refuse(
          item,
          ProblemCode.SPECIMEN_UNKNOWN,
          "Specimen %s is not known. Check its id.".formatted(asked.specimen()));
    }
    var stored =
        all.stream()
            .filter(TubePicture::stands)
            .filter(tube -> asked.material().stream().allMatch(tube.tube().material()::equals))
            .map(tube -> tube.tube().id())
            .toList();
    if (stored.isEmpty()) {
      return refuse(
          item,
          ProblemCode.SPECIMEN_GONE,
          "No aliquot of specimen %s%s stands in the store; %d are known."
              .formatted(
                  asked.specimen(),
                  asked.material().map(material -> " of material " + material).orElse(""),
                  all.size()));
    }
    return Optional.of(new TubeRequest(asked, stored));
  }

  private Optional<TubeRequest> unknown(AskedTube item, TubeId tube) {
    return refuse(
        item,
        ProblemCode.TUBE_UNKNOWN,
        "Tube %s is not known. Check the barcode, or import it first.".formatted(tube));
  }

  private Optional<TubeRequest> gone(AskedTube item, TubePicture tube) {
    return tube.state() == TubeState.UNVERIFIED
        ? refuse(
            item,
            ProblemCode.TUBE_UNVERIFIED,
            "Tube %s was not where it was believed to be. Find it and import it again."
                .formatted(tube.tube().id()))
        : refuse(
            item,
            ProblemCode.TUBE_GONE,
            "Tube %s was delivered and is not in the store any more.".formatted(tube.tube().id()));
  }

  private Optional<TubeRequest> refuse(AskedTube item, ProblemCode code, String message) {
    complaints.add(item.at(), code, message);
    return Optional.empty();
  }
}
