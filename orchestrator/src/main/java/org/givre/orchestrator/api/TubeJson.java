package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.givre.orchestrator.view.CustodyEntry;
import org.givre.orchestrator.view.ExposureInterval;
import org.givre.orchestrator.view.ExposureLedger;
import org.givre.orchestrator.view.Place;
import org.givre.orchestrator.view.TubePicture;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.TubeId;

/** Tubes, their custody and their exposure as JSON. */
final class TubeJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TubeJson() {}

  static ObjectNode tube(TubePicture picture) {
    var tube = picture.tube();
    var json = NODES.objectNode();
    json.put("barcode", tube.id().value());
    json.put("specimen", tube.specimen().value());
    json.put("material", tube.material().isEmpty() ? null : tube.material());
    json.put("aliquot", tube.aliquot());
    json.put("state", picture.state().name());
    json.set("position", place(picture.place()));
    json.put("confidence", picture.confidence().name());
    return json;
  }

  static ObjectNode place(Place place) {
    if (place instanceof Place.InRack in) {
      return NODES
          .objectNode()
          .put("dewar", in.dewar().value())
          .put("rack", in.position().rack().value())
          .put("level", in.position().level())
          .put("well", in.position().well().label());
    }
    return place instanceof Place.InCarrier in
        ? carrier(in.picker())
        : port(((Place.AtPort) place).port(), ((Place.AtPort) place).slot());
  }

  static ObjectNode carrier(PickerId picker) {
    return NODES.objectNode().put("picker", picker.value());
  }

  static ObjectNode port(PortId port, int slot) {
    return NODES.objectNode().put("port", port.value()).put("slot", slot);
  }

  private static JsonNode place(Optional<Place> place) {
    return place.<JsonNode>map(TubeJson::place).orElse(NODES.nullNode());
  }

  static ObjectNode entry(CustodyEntry entry) {
    var json = NODES.objectNode();
    json.put("offset", entry.offset()).put("at", entry.at().toString());
    json.put("what", entry.what().name().toLowerCase(Locale.ROOT));
    json.set("from", place(entry.from()));
    json.set("to", place(entry.to()));
    json.putObject("by").put(entry.by().device() ? "device" : "client", entry.by().name());
    json.put("job", entry.job().map(job -> job.value()).orElse(null));
    json.put("evidence", entry.by().device() ? "report" : "import");
    return json;
  }

  static ObjectNode ledger(TubeId tube, ExposureLedger ledger) {
    var json = NODES.objectNode();
    json.put("barcode", tube.value());
    var sums = json.putObject("sums");
    sums.put("seconds", ledger.seconds()).put("weightedSeconds", ledger.weightedSeconds());
    sums.put("lifts", ledger.lifts()).put("asBystander", ledger.asBystander());
    sums.set("peakCelsius", number(ledger.peakCelsius()));
    var intervals = json.putArray("intervals");
    ledger.intervals().forEach(interval -> intervals.add(interval(interval)));
    return json;
  }

  private static ObjectNode interval(ExposureInterval interval) {
    var json = NODES.objectNode();
    json.put("offset", interval.offset());
    json.put("from", interval.from().toString()).put("to", interval.to().toString());
    json.put("as", interval.as().name().toLowerCase(Locale.ROOT));
    json.put("environment", interval.surroundings().name().toLowerCase(Locale.ROOT));
    json.put("weight", interval.weight());
    json.put("seconds", interval.seconds()).put("weightedSeconds", interval.weightedSeconds());
    json.set("peakCelsius", number(interval.peakCelsius()));
    return json;
  }

  static JsonNode number(OptionalDouble value) {
    return value.isPresent() ? NODES.numberNode(value.getAsDouble()) : NODES.nullNode();
  }
}
