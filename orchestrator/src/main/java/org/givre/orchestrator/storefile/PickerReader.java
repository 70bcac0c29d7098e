package org.givre.orchestrator.storefile;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.Picker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;

/** JSON to a picker. */
final class PickerReader {
  private static final int MOST_CARRIER_TUBES = 10_000;

  private PickerReader() {}

  static Picker picker(StoreJson json, StoreNames names) {
    json.object(
        "id",
        "xMetres",
        "yMetres",
        "xMetresPerSecond",
        "yMetresPerSecond",
        "carrierTubes",
        "carrierCelsius",
        "dewars",
        "ports");
    return new Picker(
        names.picker(json.at("id"), json.at("id").name(PickerId::new)),
        json.at("xMetres").number(),
        json.at("yMetres").number(),
        json.at("xMetresPerSecond").positiveOr(0.6),
        json.at("yMetresPerSecond").positiveOr(0.6),
        json.at("carrierTubes").integerOr(24, 1, MOST_CARRIER_TUBES),
        json.at("carrierCelsius").celsius(),
        reach(json.at("dewars"), d -> names.knownDewar(d, d.name(DewarId::new))),
        reach(json.at("ports"), p -> names.knownPort(p, p.name(PortId::new))));
  }

  private static <T extends Comparable<T>> List<T> reach(
      StoreJson json, Function<StoreJson, T> each) {
    var seen = new TreeSet<T>();
    return json.atLeastOne(
        place -> {
          var id = each.apply(place);
          if (!seen.add(id)) {
            throw place.broken(
                "a name that stands once in this list",
                "\"%s\" again".formatted(id),
                "Remove one of them.");
          }
          return id;
        });
  }
}
