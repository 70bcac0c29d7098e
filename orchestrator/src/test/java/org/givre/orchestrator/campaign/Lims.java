package org.givre.orchestrator.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.orchestrator.campaign.JobMix.Order;

/**
 * A client that submits jobs, one after another, and repeats each with the same key until it has an
 * answer; as a LIMS does whose engine is killed under its hands.
 */
final class Lims {
  private final List<Order> orders;
  private final Map<String, String> jobByKey = new LinkedHashMap<>();
  private final SortedMap<String, Answer> refused = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int next;
  private int turn;
  private boolean unanswered;
  private int repeats;
  private int replays;

  Lims(List<Order> orders) {
    this.orders = new ArrayList<>(orders);
  }

  boolean done() {
    return next == orders.size();
  }

  /** Submits the next order, or the last again if that was not answered; in the end, old ones. */
  void submitNext(ApiClient api) throws NoAnswer {
    if (done()) {
      repeat(api, orders.get(turn++ % orders.size()));
      return;
    }
    var order = orders.get(next);
    var again = unanswered;
    repeats += again ? 1 : 0;
    unanswered = true;
    var answer = submit(api, order, order.body());
    unanswered = again && heldBack(answer);
    if (!heldBack(answer)) {
      settle(order, answer, again);
      next++;
    }
  }

  /** A held store takes no new jobs; a client tries again later. */
  private static boolean heldBack(Answer answer) {
    return answer.code().equals("store-held");
  }

  private void settle(Order order, Answer answer, boolean again) {
    if (answer.status() == 202) {
      var replayed = answer.header("Idempotent-Replayed").isPresent();
      if (replayed && !again) {
        wrong.add("%s was answered as a replay at the first time".formatted(order.key()));
      }
      replays += replayed ? 1 : 0;
      jobByKey.put(order.key(), answer.json().path("id").asText());
    } else if (answer.code().equals("tube-gone")) {
      refused.put(order.key(), answer);
      JobMix.without(order, answer.json().path("errors"))
          .ifPresent(less -> orders.add(next + 1, less));
    } else {
      wrong.add("%s was answered %s".formatted(order.key(), answer));
    }
  }

  private static Answer submit(ApiClient api, Order order, String body) throws NoAnswer {
    return api.post("/v1/jobs", body, "Content-Type", order.type(), "Idempotency-Key", order.key());
  }

  /** Sends every acknowledged order again, and others with the same keys; says what was wrong. */
  List<String> repeatEverything(ApiClient api) throws NoAnswer {
    for (var order : orders) {
      repeat(api, order);
      if (jobByKey.containsKey(order.key())) {
        var other = submit(api, order, JobMix.another(order));
        if (other.status() != 422 || !other.code().equals("idempotency-key-reused")) {
          wrong.add("%s with another body was answered %s".formatted(order.key(), other));
        }
      }
    }
    return List.copyOf(wrong);
  }

  private void repeat(ApiClient api, Order order) throws NoAnswer {
    var job = jobByKey.get(order.key());
    if (job != null) {
      var again = submit(api, order, order.body());
      var same = again.status() == 202 && again.json().path("id").asText().equals(job);
      if (!same || again.header("Idempotent-Replayed").isEmpty()) {
        wrong.add("%s is job %s; repeated it was answered %s".formatted(order.key(), job, again));
      }
    }
  }

  /** Jobs that were acknowledged, by key. */
  Map<String, String> jobByKey() {
    return jobByKey;
  }

  /** Orders that were refused because a tube is gone, by key; what was left of them came next. */
  SortedMap<String, Answer> refused() {
    return refused;
  }

  /** How many tubes are asked for, by what has been submitted and what is still to come. */
  int tubes() {
    return orders.stream()
        .filter(order -> !refused.containsKey(order.key()))
        .mapToInt(Order::tubes)
        .sum();
  }

  /** How often a submission was sent again because it was not answered. */
  int repeats() {
    return repeats;
  }

  /** How many of these had been durable already. */
  int replays() {
    return replays;
  }
}
