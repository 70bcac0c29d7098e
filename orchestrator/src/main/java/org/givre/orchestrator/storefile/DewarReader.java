package org.givre.orchestrator.storefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.givre.plans.instance.Park;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.Labware;
import org.givre.plans.store.RackId;

/** JSON to a dewar and the racks in it. */
final class DewarReader {
  /** Far above any dewar built: the largest in use have some twenty boxes to a rack. */
  private static final int MOST_LEVELS = 100;

  private static final int MOST_SLOTS = 1_000;

  private DewarReader() {}

  static Dewar dewar(StoreJson json, Map<String, Labware> labware, StoreNames names) {
    json.object(
        "id",
        "xMetres",
        "yMetres",
        "holdCelsius",
        "workAreaCelsius",
        "liftWeight",
        "park",
        "recoolRatio",
        "boxMaxOutSeconds",
        "levels",
        "levelPitchMetres",
        "liftMetresPerSecond",
        "carouselSlots",
        "carouselSecondsPerSlot",
        "labware",
        "racks");
    var slots = json.at("carouselSlots").integerOr(12, 1, MOST_SLOTS);
    return new Dewar(
        names.dewar(json.at("id"), json.at("id").name(DewarId::new)),
        json.at("xMetres").number(),
        json.at("yMetres").number(),
        json.at("holdCelsius").celsius(),
        json.at("workAreaCelsius").celsius(),
        json.at("liftWeight").atLeastZeroOr(1),
        park(json.at("park")),
        json.at("recoolRatio").atLeastZeroOr(0),
        boxMaxOut(json.at("boxMaxOutSeconds")),
        json.at("levels").integer(1, MOST_LEVELS),
        json.at("levelPitchMetres").positiveOr(0.06),
        json.at("liftMetresPerSecond").positiveOr(0.1),
        slots,
        json.at("carouselSecondsPerSlot").atLeastZeroOr(0.8),
        box(json.at("labware"), labware),
        racks(json.at("racks"), slots, names));
  }

  private static Optional<Park> park(StoreJson json) {
    if (json.isAbsent()) {
      return Optional.empty();
    }
    json.object("ejectSeconds", "insertSeconds", "chamberWeight");
    return Optional.of(
        new Park(
            json.at("ejectSeconds").atLeastZeroOr(4),
            json.at("insertSeconds").atLeastZeroOr(4),
            json.at("chamberWeight").atLeastZeroOr(0.1)));
  }

  private static OptionalDouble boxMaxOut(StoreJson json) {
    return json.isAbsent() ? OptionalDouble.empty() : OptionalDouble.of(json.positive());
  }

  private static Labware box(StoreJson json, Map<String, Labware> labware) {
    var found = labware.get(json.text());
    if (found == null) {
      throw json.broken(
          "the id of a labware of this store",
          "\"%s\"".formatted(json.text()),
          "Correct it; the store has %s.".formatted(labware.keySet()));
    }
    return found;
  }

  private static List<RackId> racks(StoreJson json, int slots, StoreNames names) {
    var racks = json.list(rack -> names.rack(rack, rack.name(RackId::new)));
    if (racks.size() > slots) {
      throw json.broken(
          "at most as many racks as the carousel has slots, %d".formatted(slots),
          "%d racks".formatted(racks.size()),
          "Remove racks or correct carouselSlots.");
    }
    return racks;
  }
}
