package org.givre.orchestrator.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.givre.devices.rack.RackEvent.Standing;
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
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** Two dewars with three racks of three boxes of ten wells, one picker, one port. */
public final class SmallStore {
  public static final RackId R1 = new RackId("D1-R01");
  public static final RackId R2 = new RackId("D1-R02");
  public static final RackId R3 = new RackId("D2-R01");
  public static final PickerId PICKER = new PickerId("picker-1");
  public static final PortId PORT = new PortId("P1");

  private SmallStore() {}

  /** D1 can park, D2 cannot. */
  public static StoreDefinition definition() {
    var park = Optional.of(new Park(4, 4, 0.1));
    return new StoreDefinition(
        "small",
        List.of(dewar("D1", park, R1, R2), dewar("D2", Optional.empty(), R3)),
        List.of(
            new Picker(
                PICKER,
                0.5,
                0.5,
                0.6,
                0.6,
                24,
                -150,
                List.of(new DewarId("D1"), new DewarId("D2")),
                List.of(PORT))),
        List.of(new Port(PORT, 0, 1, 96, 60)),
        Weights.DEFAULT,
        Prices.DEFAULT,
        Timing.DEFAULT);
  }

  private static Dewar dewar(String id, Optional<Park> park, RackId... racks) {
    return new Dewar(
        new DewarId(id),
        0,
        0,
        -180,
        -100,
        1.0,
        park,
        0,
        OptionalDouble.of(120),
        3,
        0.06,
        0.1,
        12,
        0.8,
        new Labware("box-2x5", 2, 5, "2 mL cryovial"),
        List.of(racks));
  }

  /** Tube {@code T<number>} of a specimen, in a well. */
  public static Standing standing(
      int number, String specimen, int aliquot, int level, String well) {
    var tube = new Tube(new TubeId("T" + number), new SpecimenId(specimen), "LCL", aliquot);
    return new Standing(tube, level, Well.parse(well));
  }
}
