package org.givre.orchestrator.dispatch.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators say: mostly what makes sense, some of it not known or out of range. */
record VerbChoice(Chance chance) {

  /** One thing to a job, or a few at a breath. */
  List<Verb> forJob() {
    var many = chance.oneIn(4) ? chance.number(2, 4) : 1;
    return Stream.generate(this::oneForJob).limit(many).toList();
  }

  Verb oneForJob() {
    var type =
        chance.word(
            """
            pause pause pause pause pause pause resume resume resume resume resume
            skipItem skipItem skipItem skipItem skipItem retryItem retryItem retryItem
            reroute reroute reroute reprioritize reprioritize release release cancel cancel approve
            """);
    return precise(withArguments(Verb.of(type)));
  }

  Verb forDevice() {
    return precise(
        Verb.of(
            chance.word(
                "pause pause resume resume resume drain returnToService returnToService"
                    + " levitate")));
  }

  Verb forSite() {
    return precise(Verb.of(chance.word("holdAll holdAll release release release pause")));
  }

  private Verb withArguments(Verb verb) {
    return switch (verb.type()) {
      case "reprioritize" -> verb.with("priority", chance.word("1 3 5 7 9 9 0 10 high"));
      case "skipItem", "retryItem" ->
          verb.with("item", chance.word("0 0 0 0 1 1 1 1 2 2 2 3 3 4 5 99 -1 x"));
      case "reroute" -> reroute(verb);
      default -> verb;
    };
  }

  private Verb reroute(Verb verb) {
    return switch (chance.number(0, 5)) {
      case 0 -> verb.with("picker", chance.word("picker-1 picker-2"));
      case 1 -> verb.with("port", chance.word("P1 P2"));
      case 2, 3 -> verb.with("avoid", avoided());
      default -> verb;
    };
  }

  private String avoided() {
    return Stream.generate(() -> chance.word("picker-1 picker-2 D1 D2"))
        .limit(chance.number(1, 3))
        .distinct()
        .collect(Collectors.joining(","));
  }

  private Verb precise(Verb verb) {
    return switch (chance.number(0, 30)) {
      case 0, 1, 2, 3, 4 -> verb.at(Verb.Match.CURRENT);
      case 5, 6 -> verb.at(Verb.Match.STALE);
      case 7 -> verb.refused("device-unknown");
      default -> verb;
    };
  }
}
