package org.givre.orchestrator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.givre.orchestrator.campaign.Command.Sent;

/** Whether the engine's records hold everything that was seen and acknowledged, once. */
final class RecordVerdict {
  private final ApiClient api;
  private final List<String> differences = new ArrayList<>();

  private RecordVerdict(ApiClient api) {
    this.api = api;
  }

  static List<String> of(ApiClient api, Observer observer, Operator operator) throws NoAnswer {
    var verdict = new RecordVerdict(api);
    verdict.events(observer);
    verdict.audit(operator.sent());
    return verdict.differences;
  }

  /** The same of the events alone. */
  static List<String> events(ApiClient api, Observer observer) throws NoAnswer {
    var verdict = new RecordVerdict(api);
    verdict.events(observer);
    return verdict.differences;
  }

  /** One entry for each command that was answered, at most one for each that was not. */
  private void audit(List<Sent> commands) throws NoAnswer {
    var entries = new TreeMap<String, Integer>();
    var previous = "0".repeat(64);
    for (var entry : api.all("audit", "entries")) {
      entries.merge(entry.path("reason").asText(), 1, Integer::sum);
      if (!entry.path("previousHash").asText().equals(previous)
          || !entry.path("who").asText().equals(Operator.NAME)) {
        differences.add("audit entry breaks the chain, or names somebody else: " + entry);
      }
      previous = entry.path("hash").asText();
    }
    for (var command : commands) {
      int count = entries.getOrDefault(command.reason(), 0);
      if (count > 1 || (count == 0 && command.answer().isPresent())) {
        differences.add("audit has %d entries of %s".formatted(count, command));
      }
    }
  }

  /** What the observer has seen through all kills is what the journal holds. */
  private void events(Observer observer) throws NoAnswer {
    var seen = observer.seen();
    var last = observer.lastOffset();
    var held = new ArrayList<Event>();
    api.events(
        0,
        event -> {
          held.add(event);
          return event.offset() < last;
        });
    var both = Math.min(seen.size(), held.size());
    var first =
        IntStream.range(0, both)
            .filter(i -> !seen.get(i).name().equals(held.get(i).name()))
            .findFirst()
            .orElse(both);
    if (first < Math.max(seen.size(), held.size())) {
      differences.add(
          "events from %s on differ: seen %s, in the journal %s"
              .formatted(first, name(seen, first), name(held, first)));
    }
  }

  private static String name(List<Event> events, int index) {
    return index < events.size() ? events.get(index).name() : "none";
  }
}
