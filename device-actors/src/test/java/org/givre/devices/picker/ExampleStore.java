package org.givre.devices.picker;

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
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;

/**
 * A store with the measures of the worked example of {@code planning.md}, section 11: dewar D1 with
 * racks D1-R01 to D1-R12 of 3 boxes, port P1, pickers picker-1 and picker-2 with room for 4 tubes.
 */
public final class ExampleStore {
  public static final DewarId DEWAR = new DewarId("D1");
  public static final PortId PORT = new PortId("P1");
  public static final PickerId PICKER = new PickerId("picker-1");
  public static final PickerId OTHER_PICKER = new PickerId("picker-2");

  /** Tubes that a carrier takes. */
  public static final int CARRIER = 4;

  /** Slots of the port. */
  public static final int BUFFER = 3;

  private ExampleStore() {}

  public static StoreDefinition store() {
    return new StoreDefinition(
        "example",
        List.of(dewar()),
        List.of(picker(PICKER), picker(OTHER_PICKER)),
        List.of(new Port(PORT, 1.2, 0.9, BUFFER, 60), new Port(new PortId("P2"), 9, 9, 99, 60)),
        Weights.DEFAULT,
        Prices.DEFAULT,
        Timing.DEFAULT);
  }

  public static RackId rack(int number) {
    return new RackId("D1-R%02d".formatted(number));
  }

  private static Dewar dewar() {
    return new Dewar(
        DEWAR,
        0,
        0,
        -180,
        -100,
        1,
        Optional.of(new Park(4, 4, 0.1)),
        2,
        OptionalDouble.empty(),
        3,
        0.06,
        0.1,
        12,
        0.8,
        new Labware("box", 10, 10, "2 mL"),
        IntStream.rangeClosed(1, 12).mapToObj(ExampleStore::rack).toList());
  }

  private static Picker picker(PickerId id) {
    return new Picker(id, 0, 0.9, 0.6, 0.6, CARRIER, -150, List.of(DEWAR), List.of(PORT));
  }
}
