package org.givre.orchestrator.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an engine believes of all tubes, as its API says.
 *
 * @param places where every tube is, in words
 * @param inventory the same of those that stand in racks, from {@code GET /v1/inventory}
 * @param twice barcodes that were listed more than once
 * @param unverified barcodes of tubes whose place the engine is not sure of
 */
record Belief(
    SortedMap<String, String> places,
    SortedMap<String, String> inventory,
    List<String> twice,
    List<String> unverified) {
  static Belief of(ApiClient api) throws NoAnswer {
    var belief = new Belief(new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
    api.all("tubes").forEach(belief::tube);
    api.get("/v1/inventory", "Accept", "text/csv")
        .expect(200)
        .body()
        .lines()
        .skip(1)
        .forEach(belief::row);
    return belief;
  }

  private void tube(JsonNode tube) {
    var barcode = tube.path("barcode").asText();
    put(places, barcode, words(tube.path("position")));
    if (tube.path("confidence").asText().equals("UNVERIFIED")
        || tube.path("state").asText().equals("UNVERIFIED")) {
      unverified.add(barcode);
    }
  }

  private static String words(JsonNode position) {
    if (position.has("port")) {
      return "port:%s:%d".formatted(position.path("port").asText(), position.path("slot").asInt());
    }
    return position.has("picker")
        ? "picker:" + position.path("picker").asText()
        : words(
            position.path("dewar").asText(),
            position.path("rack").asText(),
            position.path("level").asText(),
            position.path("well").asText());
  }

  private void row(String line) {
    var fields = line.strip().split(",", -1);
    put(inventory, fields[0], words(fields[4], fields[5], fields[6], fields[7]));
  }

  private static String words(String dewar, String rack, String level, String well) {
    return "%s %s level %s well %s".formatted(dewar, rack, level, well);
  }

  private void put(SortedMap<String, String> map, String barcode, String words) {
    if (map.put(barcode, words) != null) {
      twice.add(barcode);
    }
  }
}
