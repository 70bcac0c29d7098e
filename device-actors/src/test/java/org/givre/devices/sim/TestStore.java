package org.givre.devices.sim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.Labware;
import org.givre.plans.store.Picker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Port;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/**
 * A small store with the measures of the worked example of {@code planning.md}, section 11: dewar
 * D1 (can park) at 0/0, D2 (cannot) at 0/1.8, ports P1 at 1.2/0.9 and P2 at 0/0.9, picker-1 at
 * 0/0.9, picker-2 at 1.2/0.9. Racks are {@code D1-R01} to {@code D2-R12} with 3 boxes of 10 x 10.
 */
final class TestStore {
  static final int LEVELS = 3;
  static final int CARRIER = 12;
  static final int BUFFER = 20;

  private TestStore() {}

  static StoreDefinition store() {
    return new StoreDefinition(
        "test",
        List.of(
            dewar("D1", 0, Optional.of(new Park(4, 4, 0.1))), dewar("D2", 1.8, Optional.empty())),
        List.of(picker("picker-1", 0), picker("picker-2", 1.2)),
        List.of(port("P1", 1.2), port("P2", 0)),
        Weights.DEFAULT,
        Prices.DEFAULT,
        Timing.DEFAULT);
  }

  private static Dewar dewar(String name, double y, Optional<Park> park) {
    return new Dewar(
        new DewarId(name),
        0,
        y,
        -180,
        -100,
        1,
        park,
        0,
        OptionalDouble.empty(),
        LEVELS,
        0.06,
        0.1,
        12,
        0.8,
        new Labware("box", 10, 10, "2 mL"),
        IntStream.rangeClosed(1, 12)
            .mapToObj(number -> new RackId("%s-R%02d".formatted(name, number)))
            .toList());
  }

  private static Picker picker(String name, double x) {
    return new Picker(
        new PickerId(name),
        x,
        0.9,
        0.6,
        0.6,
        CARRIER,
        -150,
        List.of(new DewarId("D1"), new DewarId("D2")),
        List.of(new PortId("P1"), new PortId("P2")));
  }

  private static Port port(String name, double x) {
    return new Port(new PortId(name), x, 0.9, BUFFER, 60);
  }

  static Position position(String rack, int level, String well) {
    return new Position(new RackId(rack), level, Well.parse(well));
  }

  static LoadedTube tube(String barcode, Position position) {
    return new LoadedTube(
        new Tube(new TubeId(barcode), new SpecimenId("S-" + barcode), "LCL", 1), position);
  }

  static LoadedTube tube(String barcode, String rack, int level, String well) {
    return tube(barcode, position(rack, level, well));
  }
}
