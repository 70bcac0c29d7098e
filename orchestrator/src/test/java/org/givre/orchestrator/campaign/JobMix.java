package org.givre.orchestrator.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import org.givre.orchestrator.campaign.DemoFiles.Row;

/**
 * The work of a campaign: the pick list of the British donors and a mixed load; all of it follows
 * from a seed.
 */
final class JobMix {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String CSV = "text/csv";

  /** Named tubes first, while they are there; then donors, of whom there are many tubes. */
  private static final List<String> LISTS =
      List.of(
          "picklist-tubes-50.csv",
          "picklist-GBR.csv",
          "picklist-AFR-females-24.csv",
          "picklist-LWK-PBMC.csv");

  /** Named tubes that several jobs want; only one can have each. */
  private static final int CONTESTED = 12;

  private static final int LARGEST = 12;
  private static final String ITEMS = "/items/";

  /**
   * A job to be submitted.
   *
   * @param key its idempotency key
   * @param type of the body
   */
  record Order(String key, String type, String body) {
    int tubes() {
      return type.equals(CSV)
          ? (int) body.lines().count() - 1
          : JobMix.parsed(body).path("items").size();
    }
  }

  private final RandomGenerator chance;
  private final List<List<Row>> donors;
  private final List<String> contested = new ArrayList<>();

  private JobMix(RandomGenerator chance) {
    this.chance = chance;
    this.donors = donorsThatNoListAsksFor();
    for (int i = 0; i < CONTESTED; i++) {
      contested.add(pick(pick(donors)).barcode());
    }
  }

  /** The pick lists first, then {@code others} jobs of all kinds. */
  static List<Order> of(RandomGenerator chance, int others) {
    var orders = new ArrayList<Order>();
    for (var list : LISTS) {
      orders.add(new Order("campaign-" + list, CSV, DemoFiles.text(list)));
    }
    var mix = new JobMix(chance);
    for (int i = 1; i <= others; i++) {
      orders.add(new Order("campaign-" + i, "application/json", mix.body(i)));
    }
    return orders;
  }

  private static List<List<Row>> donorsThatNoListAsksFor() {
    var asked = new TreeSet<String>();
    LISTS.forEach(list -> asked.addAll(DemoFiles.names(list)));
    var donors = new TreeMap<String, List<Row>>();
    for (var row : DemoFiles.rows()) {
      donors.computeIfAbsent(row.specimen(), donor -> new ArrayList<>()).add(row);
      if (asked.contains(row.barcode())) {
        asked.add(row.specimen());
      }
    }
    donors.keySet().removeAll(asked);
    return List.copyOf(donors.values());
  }

  private String body(int number) {
    var body = MAPPER.createObjectNode().put("type", "retrieve");
    body.put("externalRef", "campaign-" + number).put("requester", "campaign");
    body.putObject("labels").put("number", Integer.toString(number));
    body.put("priority", chance.nextInt(1, 10)).put("hold", number % 8 == 0);
    if (number % 5 == 0) {
      body.putObject("output").put("port", chance.nextBoolean() ? "P1" : "P2");
    }
    var items = body.putArray("items");
    var wanted = new TreeSet<String>();
    for (int i = chance.nextInt(1, LARGEST + 1); i > 0; i--) {
      item(items, wanted);
    }
    return body.toString();
  }

  private void item(ArrayNode items, Set<String> wanted) {
    var donor = pick(donors);
    var kind = chance.nextInt(4);
    if (kind == 0) {
      named(items, wanted, pick(contested));
    } else if (kind == 1) {
      var tubes = MAPPER.createArrayNode();
      donor.stream().limit(4).map(Row::barcode).filter(wanted::add).forEach(tubes::add);
      if (!tubes.isEmpty()) {
        items.addObject().set("anyOf", tubes);
      }
    } else if (wanted.add(donor.get(0).specimen())) {
      var item = items.addObject().put("specimen", donor.get(0).specimen());
      if (kind == 2) {
        item.put("material", "LCL");
      }
    }
    if (items.isEmpty()) {
      named(items, wanted, donor.get(0).barcode());
    }
  }

  private static void named(ArrayNode items, Set<String> wanted, String tube) {
    if (wanted.add(tube)) {
      items.addObject().put("tube", tube);
    }
  }

  private <T> T pick(List<T> list) {
    return list.get(chance.nextInt(list.size()));
  }

  /** What an order's body would be if somebody used its key for something else. */
  static String another(Order order) {
    return order.type().equals(CSV)
        ? order.body().lines().limit(2).reduce("", (all, line) -> all + line + "\n")
        : parsed(order.body()).put("requester", "somebody else").toString();
  }

  /** What is left of an order when the items that {@code errors} point to are taken out. */
  static Optional<Order> without(Order order, JsonNode errors) {
    if (order.type().equals(CSV)) {
      return Optional.empty();
    }
    var body = parsed(order.body());
    var items = (ArrayNode) body.path("items");
    StreamSupport.stream(errors.spliterator(), false)
        .map(error -> error.path("pointer").asText())
        .filter(pointer -> pointer.startsWith(ITEMS))
        .map(pointer -> Integer.valueOf(pointer.substring(ITEMS.length())))
        .sorted(Comparator.reverseOrder())
        .forEach(index -> items.remove(index.intValue()));
    return items.isEmpty() || errors.isEmpty()
        ? Optional.empty()
        : Optional.of(new Order(order.key() + "-less", order.type(), body.toString()));
  }

  private static ObjectNode parsed(String body) {
    try {
      return (ObjectNode) MAPPER.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}
