package org.givre.orchestrator.api;

import java.util.List;
import java.util.stream.Stream;
import org.givre.orchestrator.view.SmallStore;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.Picker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Port;
import org.givre.plans.store.PortId;
import org.givre.plans.store.StoreDefinition;

/** The small store with a second picker, which reaches dewar D1 and a port P2 of its own alone. */
final class TwoPickers {
  static final PickerId SECOND = new PickerId("picker-2");

  private TwoPickers() {}

  static StoreDefinition definition() {
    var small = SmallStore.definition();
    var own = new PortId("P2");
    var second =
        new Picker(SECOND, 0.5, 0.5, 0.6, 0.6, 24, -150, List.of(new DewarId("D1")), List.of(own));
    return new StoreDefinition(
        small.name(),
        small.dewars(),
        both(small.pickers(), second),
        both(small.ports(), new Port(own, 2, 1, 96, 60)),
        small.weights(),
        small.prices(),
        small.timing());
  }

  private static <T> List<T> both(List<T> first, T second) {
    return Stream.concat(first.stream(), Stream.of(second)).toList();
  }
}
