package org.givre.plans.search.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;

/** What stands in a store, in the order in which it is compiled. */
record Places(
    List<InstanceDewar> dewars,
    List<InstanceRack> racks,
    List<InstancePort> ports,
    List<InstancePicker> pickers) {
  /** As an instance lists it. */
  static Places asListed(Instance instance) {
    return new Places(instance.dewars(), instance.racks(), instance.ports(), instance.pickers());
  }

  /** By where it is: along x, then along y; racks of a dewar by slot. */
  static Places inOrder(Instance instance) {
    var dewars = sorted(instance.dewars(), along(InstanceDewar::xMetres, InstanceDewar::yMetres));
    var ports = sorted(instance.ports(), along(InstancePort::xMetres, InstancePort::yMetres));
    var dewarIds = Ids.of(dewars, InstanceDewar::id);
    var bySlot =
        Comparator.<InstanceRack>comparingInt(rack -> dewarIds.index(rack.dewar()))
            .thenComparingInt(InstanceRack::slot);
    var pickers = pickerOrder(dewarIds, Ids.of(ports, InstancePort::id));
    return new Places(
        dewars, sorted(instance.racks(), bySlot), ports, sorted(instance.pickers(), pickers));
  }

  private static <T> Comparator<T> along(ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
    return Comparator.comparingDouble(x).thenComparingDouble(y);
  }

  /** Pickers may be given one place; they then go by what they can do. */
  private static Comparator<InstancePicker> pickerOrder(Ids dewars, Ids ports) {
    return along(InstancePicker::xMetres, InstancePicker::yMetres)
        .thenComparingDouble(InstancePicker::availableFromSeconds)
        .thenComparingInt(InstancePicker::carrierTubes)
        .thenComparingInt(picker -> picker.initialLoad().size())
        .thenComparingDouble(InstancePicker::xMetresPerSecond)
        .thenComparingDouble(InstancePicker::yMetresPerSecond)
        .thenComparingLong(picker -> reach(picker.dewars(), dewars))
        .thenComparingLong(picker -> reach(picker.ports(), ports));
  }

  private static long reach(List<Integer> reached, Ids ids) {
    return reached.stream().mapToLong(id -> Marks.mix(ids.index(id))).sum();
  }

  /** What is alike stays in the order in which it is listed. */
  private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
    for (int i = 1; i < values.size(); i++) {
      if (order.compare(values.get(i - 1), values.get(i)) > 0) {
        return values.stream().sorted(order).toList();
      }
    }
    return values;
  }
}
