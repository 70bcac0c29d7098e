package org.givre.plans.instance;

import java.util.List;
import java.util.Set;

/**
 * One planning problem: a store as it stands at {@code nowSeconds} and the work that waits.
 *
 * @param name what a plan for it must quote
 * @param seed default seed of the search
 * @param nowSeconds the clock; nothing may start earlier
 * @param returns tubes in carriers that must go back into a box instead of to a port
 */
public record Instance(
    String name,
    long seed,
    double nowSeconds,
    Weights weights,
    Prices prices,
    Timing timing,
    List<InstanceDewar> dewars,
    List<InstanceRack> racks,
    List<InstanceTube> tubes,
    List<InstancePicker> pickers,
    List<InstancePort> ports,
    List<InstanceJob> jobs,
    List<TubeReturn> returns) {
  public Instance {
    dewars = List.copyOf(dewars);
    racks = List.copyOf(racks);
    tubes = List.copyOf(tubes);
    pickers = List.copyOf(pickers);
    ports = List.copyOf(ports);
    jobs = List.copyOf(jobs);
    returns = List.copyOf(returns);
    new References(dewars, racks, tubes, ports).check(pickers, jobs, returns);
  }

  /** The same, but these returns, which no request names, stay in their carriers for good. */
  public Instance keeping(Set<Integer> returned) {
    return new Instance(
        name,
        seed,
        nowSeconds,
        weights,
        prices,
        timing,
        dewars,
        racks,
        tubes.stream().filter(tube -> !returned.contains(tube.id())).toList(),
        pickers.stream().map(picker -> picker.keeping(returned)).toList(),
        ports,
        jobs,
        returns.stream().filter(back -> !returned.contains(back.tube())).toList());
  }

  /** The same with other jobs. */
  public Instance withJobs(List<InstanceJob> others) {
    return new Instance(
        name,
        seed,
        nowSeconds,
        weights,
        prices,
        timing,
        dewars,
        racks,
        tubes,
        pickers,
        ports,
        others,
        returns);
  }

  /** The same without these requests, and without jobs that ask for nothing else. */
  public Instance without(Set<Integer> requests) {
    return withJobs(
        jobs.stream()
            .map(job -> job.without(requests))
            .filter(job -> !job.requests().isEmpty())
            .toList());
  }

  /** The same, but no request that can do without takes one of these tubes. */
  public Instance sparing(Set<Integer> tubes) {
    return withJobs(jobs.stream().map(job -> job.sparing(tubes)).toList());
  }

  /** The same with time at other prices. */
  public Instance withPrices(Prices others) {
    return new Instance(
        name,
        seed,
        nowSeconds,
        weights,
        others,
        timing,
        dewars,
        racks,
        tubes,
        pickers,
        ports,
        jobs,
        returns);
  }

  /** All requests of all jobs, in the order of the jobs. */
  public List<Request> requests() {
    return jobs.stream().flatMap(job -> job.requests().stream()).toList();
  }
}
