package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a submission would lead to, item by item; nothing is created. */
final class DryRun {
  private DryRun() {}

  /**
   * The report.
   *
   * @param places of all items, good and bad
   * @param name of the list of items: {@code rows} or {@code items}
   */
  static ObjectNode report(
      List<Locus> places, Resolution resolution, List<ProblemError> errors, String name) {
    Map<Locus, Resolution.Served> served = new HashMap<>();
    resolution.served().forEach(item -> served.put(item.item().at(), item));
    var json = JsonNodeFactory.instance.objectNode();
    json.put("dryRun", true);
    json.put("valid", served.size()).put("invalid", places.size() - served.size());
    var list = json.putArray(name);
    for (var place : places) {
      var item = list.addObject();
      place.into(item);
      item.put("valid", served.containsKey(place));
      var candidates = item.putArray("candidates");
      Optional.ofNullable(served.get(place))
          .ifPresent(found -> found.tubes().forEach(tube -> candidates.add(tube.value())));
    }
    var wrong = json.putArray("errors");
    errors.forEach(error -> Problems.write(error, wrong.addObject()));
    return json;
  }
}
