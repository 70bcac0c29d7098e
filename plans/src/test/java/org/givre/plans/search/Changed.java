package org.givre.plans.search;

import java.util.List;
import java.util.function.UnaryOperator;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;

/** Instances that differ in one thing. */
final class Changed {
  private Changed() {}

  static Instance jobs(Instance instance, UnaryOperator<InstanceJob> change) {
    return new Instance(
        instance.name(),
        instance.seed(),
        instance.nowSeconds(),
        instance.weights(),
        instance.prices(),
        instance.timing(),
        instance.dewars(),
        instance.racks(),
        instance.tubes(),
        instance.pickers(),
        instance.ports(),
        instance.jobs().stream().map(change).toList(),
        instance.returns());
  }

  static InstanceJob pickers(InstanceJob job, List<Integer> pickers) {
    return new InstanceJob(
        job.id(),
        job.priority(),
        job.releaseSeconds(),
        job.dueSeconds(),
        job.deadlineSeconds(),
        job.port(),
        pickers,
        job.requests());
  }
}
