package org.givre.orchestrator.dispatch.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

/** Two dewars of three racks, three boxes each; two pickers that reach all of it, two ports. */
public final class SmallStore {
  public static final DewarId D1 = new DewarId("D1");
  public static final DewarId D2 = new DewarId("D2");
  public static final PickerId PICKER = new PickerId("picker-1");
  public static final PickerId OTHER_PICKER = new PickerId("picker-2");
  public static final PortId P1 = new PortId("P1");
  public static final PortId P2 = new PortId("P2");

  private SmallStore() {}

  /** The store. */
  public static StoreDefinition definition() {
    var dewars = List.of(D1, D2);
    var ports = List.of(P1, P2);
    return new StoreDefinition(
        "small",
        List.of(dewar(D1, 0, 0), dewar(D2, 1.8, 2)),
        List.of(picker(PICKER, 0, dewars, ports), picker(OTHER_PICKER, 3, dewars, ports)),
        List.of(new Port(P1, 1.2, 0.9, 96, 60), new Port(P2, 2.4, 0.9, 96, 60)),
        Weights.DEFAULT,
        Prices.DEFAULT,
        Timing.DEFAULT);
  }

  /** A rack of the store, by dewar and number from 1. */
  public static RackId rack(DewarId dewar, int number) {
    return new RackId(dewar + "-R0" + number);
  }

  private static Dewar dewar(DewarId id, double y, double recoolRatio) {
    return new Dewar(
        id,
        0,
        y,
        -180,
        -100,
        1,
        Optional.of(new Park(4, 4, 0.1)),
        recoolRatio,
        OptionalDouble.of(600),
        3,
        0.06,
        0.1,
        12,
        0.8,
        new Labware("box-10x10", 10, 10, "vial"),
        List.of(rack(id, 1), rack(id, 2), rack(id, 3)));
  }

  private static Picker picker(PickerId id, double x, List<DewarId> dewars, List<PortId> ports) {
    return new Picker(id, x, 0.9, 0.6, 0.6, 12, -160, dewars, ports);
  }
}
