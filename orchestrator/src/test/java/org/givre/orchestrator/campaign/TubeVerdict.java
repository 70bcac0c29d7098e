package org.givre.orchestrator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether every tube is where the engine believes, went there once, and was as warm on the way. */
final class TubeVerdict {
  /** Differences of one sort that are listed: the first few tell as much as all. */
  private static final int LISTED = 10;

  /** One tube in so many is asked for its ledger, besides those that were picked. */
  private static final int LEDGERS = 50;

  /** The world counts in microseconds, the ledger in sums of them. */
  private static final double EXACT_SECONDS = 1e-3;

  private final List<String> differences = new ArrayList<>();

  private TubeVerdict() {}

  static List<String> of(ApiClient api, Truth truth) throws NoAnswer {
    var verdict = new TubeVerdict();
    verdict.tubes(Belief.of(api), truth);
    verdict.picks(truth);
    verdict.exposure(api, truth);
    return verdict.differences;
  }

  private void tubes(Belief belief, Truth truth) {
    var places = truth.places();
    compare("tube", belief.places(), places);
    var inRacks = new TreeMap<>(places);
    inRacks.values().removeIf(place -> place.contains(":"));
    compare("inventory", belief.inventory(), inRacks);
    belief.twice().forEach(tube -> differences.add("tube %s is listed twice".formatted(tube)));
    belief.unverified().forEach(tube -> differences.add("tube %s is UNVERIFIED".formatted(tube)));
    places.forEach(
        (tube, place) -> {
          if (place.startsWith("picker:")) {
            differences.add("tube %s was left in %s".formatted(tube, place));
          }
        });
    if (places.size() != DemoFiles.rows().size()) {
      differences.add("the world has %d tubes".formatted(places.size()));
    }
  }

  private void compare(String what, SortedMap<String, String> believed, Map<String, String> true_) {
    var names = new TreeSet<>(believed.keySet());
    names.addAll(true_.keySet());
    names.stream()
        .filter(name -> !believed.getOrDefault(name, "").equals(true_.getOrDefault(name, "")))
        .limit(LISTED)
        .forEach(
            name ->
                differences.add(
                    "%s %s: believed at [%s], truly at [%s]"
                        .formatted(what, name, believed.get(name), true_.get(name))));
  }

  /** A tube is picked again only after it was put back. */
  private void picks(Truth truth) {
    truth
        .tubes()
        .forEach(
            (barcode, tube) -> {
              var out = truth.gone(barcode) ? 1 : 0;
              if (tube.picks() != tube.places() + out) {
                differences.add(
                    "tube %s was picked %d times and put back %d times, and is at %s"
                        .formatted(barcode, tube.picks(), tube.places(), tube.place()));
              }
            });
  }

  /** How long a tube was out of the cold is believed as it was, through all kills. */
  private void exposure(ApiClient api, Truth truth) throws NoAnswer {
    var number = 0;
    for (var tube : truth.tubes().values()) {
      if (tube.picks() > 0 || number++ % LEDGERS == 0) {
        var barcode = tube.tube().id().value();
        var ledger = api.get("/v1/tubes/%s/exposure".formatted(barcode)).expect(200).json();
        var believed = ledger.at("/sums/seconds").asDouble();
        var seconds = tube.boxOutSeconds() + tube.carrierSeconds();
        if (Math.abs(believed - seconds) > EXACT_SECONDS) {
          differences.add(
              "tube %s was out of the cold for %.6f s; believed %.6f s"
                  .formatted(barcode, seconds, believed));
        }
      }
    }
  }
}
