package org.givre.orchestrator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.orchestrator.campaign.Command.Sent;

/**
 * Somebody who pauses, cancels and reroutes what runs, and repeats each command until it is
 * answered. Each time it is sent it has a reason of its own, by which the audit can be searched.
 */
final class Operator {
  static final String NAME = "campaign";

  private final Verbs verbs;
  private final List<Sent> sent = new ArrayList<>();
  private final SortedSet<String> cancelled = new TreeSet<>();
  private final SortedSet<String> rerouted = new TreeSet<>();
  private final SortedMap<String, SortedSet<Integer>> skipped = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private Optional<Command> unanswered = Optional.empty();

  Operator(Verbs verbs) {
    this.verbs = verbs;
  }

  /** Repeats what was not answered; takes most restrictions back. */
  void relent(ApiClient api) throws NoAnswer {
    repeatUnanswered(api);
    for (var undo : verbs.undoing(api)) {
      if (verbs.mostly()) {
        insist(api, undo);
      }
    }
  }

  /** Does something new, where nothing is left to be repeated. */
  void act(ApiClient api) throws NoAnswer {
    repeatUnanswered(api);
    var next = verbs.any(api, cancelled.size());
    if (next.isPresent()) {
      insist(api, next.get());
    }
  }

  /** Has a tube that is in a carrier put back, if there is one. Answers whether there was. */
  boolean bringBack(ApiClient api) throws NoAnswer {
    repeatUnanswered(api);
    var next = verbs.puttingBack(api);
    if (next.isPresent()) {
      insist(api, next.get());
    }
    return next.isPresent();
  }

  /** Takes back whatever keeps work from going on. */
  void letEverythingGo(ApiClient api) throws NoAnswer {
    repeatUnanswered(api);
    for (var undo : verbs.undoing(api)) {
      insist(api, undo);
    }
    for (var job : List.copyOf(rerouted)) {
      insist(api, Command.of(job, "reroute").with("port", "P1"));
      rerouted.remove(job);
    }
  }

  private void repeatUnanswered(ApiClient api) throws NoAnswer {
    if (unanswered.isPresent()) {
      insist(api, unanswered.get());
    }
  }

  private void insist(ApiClient api, Command command) throws NoAnswer {
    unanswered = Optional.of(command);
    var reason = "%s number %d".formatted(command.type(), sent.size() + 1);
    sent.add(new Sent(command, reason, Optional.empty()));
    var answer =
        api.post(
            command.path(),
            command.body(reason),
            "Content-Type",
            "application/json",
            "X-Givre-Operator",
            NAME);
    sent.set(sent.size() - 1, new Sent(command, reason, Optional.of(answer)));
    unanswered = Optional.empty();
    note(command, answer);
  }

  private void note(Command command, Answer answer) {
    if (answer.status() == 202) {
      remember(command);
    } else if (answer.status() != 409 && !answer.code().equals("action-not-supported")) {
      wrong.add("%s %s was answered %s".formatted(command.path(), command.type(), answer));
    }
  }

  private void remember(Command command) {
    var item = command.arguments().path("item").asInt();
    switch (command.type()) {
      case "cancel" -> cancelled.add(command.target());
      case "reroute" -> rerouted.add(command.target());
      case "skipItem" ->
          skipped.computeIfAbsent(command.target(), job -> new TreeSet<>()).add(item);
      case "retryItem" ->
          skipped.computeIfAbsent(command.target(), job -> new TreeSet<>()).remove(item);
      default -> {}
    }
  }

  List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** Answers that should not have been. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  boolean cancelled(String job) {
    return cancelled.contains("jobs/" + job);
  }

  /** Whether the item was to be skipped, and not wanted again since. */
  boolean skipped(String job, int item) {
    return skipped.getOrDefault("jobs/" + job, new TreeSet<>()).contains(item);
  }

  /** Sent and accepted of each verb. */
  SortedMap<String, String> figures() {
    var figures = new TreeMap<String, String>();
    for (var type : sent.stream().map(s -> s.command().type()).distinct().toList()) {
      var of = sent.stream().filter(s -> s.command().type().equals(type)).toList();
      var refused = of.stream().filter(s -> s.answer().isPresent() && !s.accepted()).count();
      var lost = of.stream().filter(s -> s.answer().isEmpty()).count();
      var accepted = of.stream().filter(Sent::accepted).count();
      figures.put(
          type, "%d accepted, %d refused, %d not answered".formatted(accepted, refused, lost));
    }
    return figures;
  }
}
