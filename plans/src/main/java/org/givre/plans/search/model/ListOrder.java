package org.givre.plans.search.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Request;

/**
 * Puts the lists of an instance in the order of their ids, so that a plan does not depend on how
 * they were written down. The alternatives of a request keep the order of the customer; what a
 * picker reaches and what goes back has none, and what it carries is put in order when compiled.
 */
public final class ListOrder {
  private ListOrder() {}

  /** The same instance with every list by id; itself where all are so, as they mostly are. */
  public static Instance byId(Instance instance) {
    return inOrder(instance) ? instance : sorted(instance);
  }

  private static boolean inOrder(Instance instance) {
    return rises(instance.dewars(), InstanceDewar::id)
        && rises(instance.racks(), InstanceRack::id)
        && rises(instance.tubes(), InstanceTube::id)
        && rises(instance.pickers(), InstancePicker::id)
        && rises(instance.ports(), InstancePort::id)
        && rises(instance.jobs(), InstanceJob::id)
        && instance.jobs().stream().allMatch(job -> rises(job.requests(), Request::id));
  }

  private static <T> boolean rises(List<T> values, ToIntFunction<T> id) {
    for (int i = 1; i < values.size(); i++) {
      if (id.applyAsInt(values.get(i - 1)) > id.applyAsInt(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Instance sorted(Instance instance) {
    return new Instance(
        instance.name(),
        instance.seed(),
        instance.nowSeconds(),
        instance.weights(),
        instance.prices(),
        instance.timing(),
        sorted(instance.dewars(), InstanceDewar::id),
        sorted(instance.racks(), InstanceRack::id),
        sorted(instance.tubes(), InstanceTube::id),
        sorted(instance.pickers(), InstancePicker::id),
        sorted(instance.ports(), InstancePort::id),
        sorted(instance.jobs(), InstanceJob::id).stream().map(ListOrder::sorted).toList(),
        instance.returns());
  }

  private static InstanceJob sorted(InstanceJob job) {
    return job.with(sorted(job.requests(), Request::id));
  }

  private static <T> List<T> sorted(List<T> values, ToIntFunction<T> id) {
    return values.stream().sorted(Comparator.comparingInt(id)).toList();
  }
}
