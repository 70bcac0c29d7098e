package org.givre.plans.explain;

import java.util.List;

/**
 * One link of a chain of constraints: what was waited for from one moment to another.
 *
 * @param resource id of the picker, dewar, rack, port or job that it is about
 * @param fromSeconds on the instance's clock
 * @param untilSeconds on the instance's clock
 * @param operations numbers of those that are done in the meantime, the way after them included
 * @param jobs that those operations are for, but not the one that waits
 */
public record Wait(
    Binding.Kind kind,
    int resource,
    double fromSeconds,
    double untilSeconds,
    List<Integer> operations,
    List<Integer> jobs) {
  public Wait {
    operations = List.copyOf(operations);
    jobs = List.copyOf(jobs);
  }
}
