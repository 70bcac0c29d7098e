package org.givre.plans.search;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.TubeReturn;

/** Instances that differ in one thing. */
final class Changed {
  private Changed() {}

  static Instance jobs(Instance instance, UnaryOperator<InstanceJob> change) {
    return instance.withJobs(instance.jobs().stream().map(change).toList());
  }

  /** Without work, but for what must go back. */
  static Instance withoutJobs(Instance instance) {
    var idle =
        new Instance(
            instance.name(),
            instance.seed(),
            instance.nowSeconds(),
            instance.weights(),
            instance.prices(),
            instance.timing(),
            instance.dewars(),
            instance.racks(),
            List.of(),
            instance.pickers(),
            instance.ports(),
            List.of(),
            instance.returns());
    return loads(idle, Changed::onlyReturns, List.of(), List.of());
  }

  private static InstancePicker onlyReturns(InstancePicker picker) {
    var load = picker.initialLoad().stream().filter(c -> c.request().isEmpty()).toList();
    return load(picker, picker.carrierTubes(), load);
  }

  static Instance loads(
      Instance instance,
      UnaryOperator<InstancePicker> change,
      List<InstanceTube> moreTubes,
      List<TubeReturn> moreReturns) {
    var pickers = instance.pickers().stream().map(change).toList();
    return new Instance(
        instance.name(),
        instance.seed(),
        instance.nowSeconds(),
        instance.weights(),
        instance.prices(),
        instance.timing(),
        instance.dewars(),
        instance.racks(),
        both(instance.tubes(), moreTubes),
        pickers,
        instance.ports(),
        instance.jobs(),
        both(instance.returns(), moreReturns));
  }

  static InstancePicker load(InstancePicker picker, int carrierTubes, List<CarriedTube> load) {
    return new InstancePicker(
        picker.id(),
        picker.xMetres(),
        picker.yMetres(),
        picker.xMetresPerSecond(),
        picker.yMetresPerSecond(),
        carrierTubes,
        picker.dewars(),
        picker.ports(),
        picker.availableFromSeconds(),
        picker.unavailable(),
        load);
  }

  private static <T> List<T> both(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  static InstanceJob urgency(InstanceJob job, double priority, double dueSeconds) {
    return new InstanceJob(
        job.id(),
        priority,
        job.releaseSeconds(),
        OptionalDouble.of(dueSeconds),
        job.deadlineSeconds(),
        job.port(),
        job.pickers(),
        job.requests());
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
