package org.givre.orchestrator.storefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;
import org.givre.plans.store.Labware;
import org.givre.plans.store.Port;
import org.givre.plans.store.PortId;
import org.givre.plans.store.StoreDefinition;

/** JSON to the store as a whole; an absent price, weight or duration has the format's default. */
final class StoreReader {
  /** Room for every box in use; rows are letters, columns have two digits at most. */
  private static final int MOST_ROWS = 26;

  private static final int MOST_COLUMNS = 99;

  private static final int MOST_BUFFER_TUBES = 100_000;

  private StoreReader() {}

  static StoreDefinition store(StoreJson json) {
    json.object(
        "format",
        "name",
        "labware",
        "dewars",
        "pickers",
        "ports",
        "weights",
        "prices",
        "timingSeconds");
    if (!json.at("format").text().equals(StoreFile.FORMAT)) {
      throw json.at("format").expected("\"" + StoreFile.FORMAT + "\"");
    }
    var labware = labware(json.at("labware"));
    var names = new StoreNames();
    var dewars = json.at("dewars").atLeastOne(d -> DewarReader.dewar(d, labware, names));
    var ports = json.at("ports").atLeastOne(p -> port(p, names));
    var pickers = json.at("pickers").atLeastOne(p -> PickerReader.picker(p, names));
    return new StoreDefinition(
        json.at("name").text(),
        dewars,
        pickers,
        ports,
        weights(json.at("weights")),
        prices(json.at("prices")),
        timing(json.at("timingSeconds")));
  }

  private static Map<String, Labware> labware(StoreJson json) {
    Map<String, Labware> byId = new LinkedHashMap<>();
    List<Labware> all = json.atLeastOne(StoreReader::box);
    for (int i = 0; i < all.size(); i++) {
      if (byId.put(all.get(i).id(), all.get(i)) != null) {
        throw json.broken(
            "labware ids to be unique",
            "\"%s\" twice".formatted(all.get(i).id()),
            "Rename one of them.");
      }
    }
    return byId;
  }

  private static Labware box(StoreJson json) {
    json.object("id", "rows", "columns", "tube");
    return new Labware(
        json.at("id").text(),
        json.at("rows").integer(1, MOST_ROWS),
        json.at("columns").integer(1, MOST_COLUMNS),
        json.at("tube").isAbsent() ? "" : json.at("tube").text());
  }

  private static Port port(StoreJson json, StoreNames names) {
    json.object("id", "xMetres", "yMetres", "bufferTubes", "clearSeconds");
    return new Port(
        names.port(json.at("id"), json.at("id").name(PortId::new)),
        json.at("xMetres").number(),
        json.at("yMetres").number(),
        json.at("bufferTubes").integerOr(96, 1, MOST_BUFFER_TUBES),
        json.at("clearSeconds").atLeastZeroOr(60));
  }

  private static Weights weights(StoreJson json) {
    if (json.isAbsent()) {
      return Weights.DEFAULT;
    }
    json.object("transfer", "carrier", "port");
    return new Weights(
        json.at("transfer").atLeastZeroOr(Weights.DEFAULT.transfer()),
        json.at("carrier").atLeastZeroOr(Weights.DEFAULT.carrier()),
        json.at("port").atLeastZeroOr(Weights.DEFAULT.port()));
  }

  private static Prices prices(StoreJson json) {
    if (json.isAbsent()) {
      return Prices.DEFAULT;
    }
    json.object("makespanTubeSecondsPerSecond", "tardinessTubeSecondsPerSecond");
    return new Prices(
        json.at("makespanTubeSecondsPerSecond")
            .atLeastZeroOr(Prices.DEFAULT.makespanTubeSecondsPerSecond()),
        json.at("tardinessTubeSecondsPerSecond")
            .atLeastZeroOr(Prices.DEFAULT.tardinessTubeSecondsPerSecond()));
  }

  private static Timing timing(StoreJson json) {
    if (json.isAbsent()) {
      return Timing.DEFAULT;
    }
    json.object("grip", "release", "settle", "pick", "dock", "unload", "travelOverhead", "place");
    var absent = Timing.DEFAULT;
    return new Timing(
        json.at("grip").atLeastZeroOr(absent.gripSeconds()),
        json.at("release").atLeastZeroOr(absent.releaseSeconds()),
        json.at("settle").atLeastZeroOr(absent.settleSeconds()),
        json.at("pick").atLeastZeroOr(absent.pickSeconds()),
        json.at("dock").atLeastZeroOr(absent.dockSeconds()),
        json.at("unload").atLeastZeroOr(absent.unloadSeconds()),
        json.at("travelOverhead").atLeastZeroOr(absent.travelOverheadSeconds()),
        json.at("place").atLeastZeroOr(absent.placeSeconds()));
  }
}
