package org.givre.plans.search;

import java.util.List;
import java.util.function.UnaryOperator;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.TubeReturn;
import org.givre.plans.instance.Weights;

/** An instance of which any list may be exchanged. */
final class Variant {
  Weights weights;
  Prices prices;
  List<InstanceDewar> dewars;
  List<InstanceRack> racks;
  List<InstanceTube> tubes;
  List<InstancePicker> pickers;
  List<InstancePort> ports;
  List<InstanceJob> jobs;
  List<TubeReturn> returns;
  private final Instance source;

  Variant(Instance source) {
    this.source = source;
    this.weights = source.weights();
    this.prices = source.prices();
    this.dewars = source.dewars();
    this.racks = source.racks();
    this.tubes = source.tubes();
    this.pickers = source.pickers();
    this.ports = source.ports();
    this.jobs = source.jobs();
    this.returns = source.returns();
  }

  Instance instance() {
    return new Instance(
        source.name(),
        source.seed(),
        source.nowSeconds(),
        weights,
        prices,
        source.timing(),
        dewars,
        racks,
        tubes,
        pickers,
        ports,
        jobs,
        returns);
  }

  static <T> List<T> each(List<T> values, UnaryOperator<T> change) {
    return values.stream().map(change).toList();
  }
}
