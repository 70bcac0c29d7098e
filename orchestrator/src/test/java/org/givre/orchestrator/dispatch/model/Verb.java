package org.givre.orchestrator.dispatch.model;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.action.Action;

/**
 * What an operator says, but for to whom.
 *
 * @param refusal that whoever hands it on has found already
 */
record Verb(
    String type, SortedMap<String, String> arguments, Match match, Optional<String> refusal) {
  /** At which revision it is to be done. */
  enum Match {
    ANY,
    CURRENT,
    STALE
  }

  static Verb of(String type) {
    return new Verb(type, new TreeMap<>(), Match.ANY, Optional.empty());
  }

  Verb with(String name, String value) {
    var more = new TreeMap<>(arguments);
    more.put(name, value);
    return new Verb(type, more, match, refusal);
  }

  Verb at(Match which) {
    return new Verb(type, arguments, which, refusal);
  }

  /** The same, found to be impossible before it comes to anybody. */
  Verb refused(String code) {
    return new Verb(type, arguments, match, Optional.of(code));
  }

  /** The action, where its target is at {@code revision}. */
  Action action(String id, long revision) {
    var at = new TreeSet<Long>();
    switch (match) {
      case ANY -> {}
      case CURRENT -> at.add(revision);
      case STALE -> at.add(Math.max(0, revision - 1));
    }
    return new Action(id, type, arguments, at, refusal);
  }

  @Override
  public String toString() {
    return type
        + (arguments.isEmpty() ? "" : arguments)
        + (match == Match.ANY ? "" : "@" + match)
        + refusal.map(code -> "!" + code).orElse("");
  }
}
