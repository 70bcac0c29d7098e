package org.givre.orchestrator.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;

/** Chooses what an operator might want done, looking at how things stand. */
final class Verbs {
  static final Set<String> TERMINAL =
      Set.of("COMPLETED", "COMPLETED_WITH_EXCEPTIONS", "CANCELLED", "FAILED", "EXPIRED");

  /** What takes a restriction back. */
  private static final List<String> UNDOING = List.of("release", "resume", "returnToService");

  private static final List<String> OF_JOBS =
      List.of("pause", "resume", "reprioritize", "reroute", "skipItem", "retryItem", "cancel");

  /** Jobs that may be cancelled: the others are there to be fulfilled. */
  private static final int MOST_CANCELLED = 6;

  /** A job with more items is never cancelled. */
  private static final int SMALL = 20;

  private final RandomGenerator chance;

  Verbs(RandomGenerator chance) {
    this.chance = chance;
  }

  /** Three times in four. */
  boolean mostly() {
    return chance.nextInt(4) > 0;
  }

  /** For everything that is restricted, what would free it. */
  List<Command> undoing(ApiClient api) throws NoAnswer {
    var commands = new ArrayList<Command>();
    undoing("site", api.get("/v1/site").expect(200).json()).ifPresent(commands::add);
    for (var device : api.all("devices")) {
      undoing("devices/" + id(device), device).ifPresent(commands::add);
    }
    for (var job : openJobs(api)) {
      undoing("jobs/" + id(job), job).ifPresent(commands::add);
    }
    return commands;
  }

  private static Optional<Command> undoing(String target, JsonNode of) {
    var allowed = actions(of);
    return UNDOING.stream()
        .filter(allowed::contains)
        .map(verb -> Command.of(target, verb))
        .findFirst();
  }

  /** Anything, mostly to a job. */
  Optional<Command> any(ApiClient api, int cancelled) throws NoAnswer {
    return mostly() ? forAJob(api, cancelled) : forTheStore(api);
  }

  private Optional<Command> forAJob(ApiClient api, int cancelled) throws NoAnswer {
    var jobs = mostly() ? openJobs(api) : api.all("jobs");
    if (jobs.isEmpty()) {
      return Optional.empty();
    }
    var job = pick(jobs);
    var verb = pick(OF_JOBS);
    var items = job.path("progress").path("total").asInt();
    var spared = cancelled >= MOST_CANCELLED || items > SMALL;
    if (verb.equals("cancel") && spared) {
      verb = "reprioritize";
    }
    return Optional.of(withArguments(Command.of("jobs/" + id(job), verb), items));
  }

  private Command withArguments(Command command, int items) {
    return switch (command.type()) {
      case "reprioritize" -> command.with("priority", chance.nextInt(1, 10));
      case "skipItem", "retryItem" -> command.with("item", chance.nextInt(items));
      case "reroute" -> rerouted(command);
      default -> command;
    };
  }

  private Command rerouted(Command command) {
    return switch (chance.nextInt(4)) {
      case 0 -> command.with("port", "P" + chance.nextInt(1, 3));
      case 1 -> command.with("picker", "picker-" + chance.nextInt(1, 3));
      case 2 -> command.withList("avoid", "D" + chance.nextInt(1, 5));
      default -> command.withList("avoid", "picker-" + chance.nextInt(1, 3));
    };
  }

  /** Holds everything, or takes one device away. */
  private Optional<Command> forTheStore(ApiClient api) throws NoAnswer {
    if (!mostly()) {
      return Optional.of(Command.of("site", "holdAll"));
    }
    var device = pick(api.all("devices"));
    return Optional.of(
        Command.of("devices/" + id(device), chance.nextBoolean() ? "pause" : "drain"));
  }

  /** Cancels a small job, or skips an item, whose tube is in a carrier. */
  Optional<Command> puttingBack(ApiClient api) throws NoAnswer {
    for (var job : openJobs(api)) {
      var target = "jobs/" + id(job);
      var whole = api.get("/v1/" + target).expect(200).json();
      for (var item : whole.path("items")) {
        if (item.path("state").asText().equals("IN_TRANSIT")) {
          return Optional.of(
              whole.path("items").size() <= SMALL / 2 && chance.nextBoolean()
                  ? Command.of(target, "cancel")
                  : Command.of(target, "skipItem").with("item", item.path("index").asInt()));
        }
      }
    }
    return Optional.empty();
  }

  /** Jobs that are not over. */
  static List<JsonNode> openJobs(ApiClient api) throws NoAnswer {
    return api.all("jobs").stream()
        .filter(job -> !TERMINAL.contains(job.path("state").asText()))
        .toList();
  }

  private static String id(JsonNode of) {
    return of.path("id").asText();
  }

  private static List<String> actions(JsonNode of) {
    return StreamSupport.stream(of.path("actions").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private <T> T pick(List<T> list) {
    return list.get(chance.nextInt(list.size()));
  }
}
