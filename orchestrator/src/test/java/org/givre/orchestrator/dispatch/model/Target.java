package org.givre.orchestrator.dispatch.model;

import java.util.List;
import java.util.stream.Stream;
import org.givre.orchestrator.dispatch.planning.SmallStore;

/** Whom an action concerns. */
record Target(Kind kind, String id) {
  /** The whole site. */
  static final Target SITE = new Target(Kind.SITE, "main");

  /** What there is to act on; named as in persistence ids. */
  enum Kind {
    JOB("job"),
    PICKER("picker"),
    DEWAR("dewar"),
    PORT("port"),
    SITE("dispatch");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  /** Every device of the store. */
  static List<Target> devices() {
    var store = SmallStore.definition();
    return Stream.of(
            store.pickers().stream().map(p -> new Target(Kind.PICKER, p.id().value())),
            store.dewars().stream().map(d -> new Target(Kind.DEWAR, d.id().value())),
            store.ports().stream().map(p -> new Target(Kind.PORT, p.id().value())))
        .flatMap(devices -> devices)
        .toList();
  }

  static Target job(String id) {
    return new Target(Kind.JOB, id);
  }

  /** Under which its actor journals. */
  String persistenceId() {
    return kind.type + "|" + id;
  }

  @Override
  public String toString() {
    return kind == Kind.SITE ? "site" : id;
  }
}
