package org.givre.plans.instance;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Requests that belong together.
 *
 * @param priority weight of its tardiness
 * @param releaseSeconds no lift for it may start earlier
 * @param dueSeconds soft
 * @param deadlineSeconds hard
 * @param port where its tubes must be unloaded; absent: any port. Not part of {@code
 *     givre-plan-instance/2}, whose readers ignore it; written as {@code "port"}.
 * @param pickers ids of the pickers that may pick for it; empty: any. An id that the instance does
 *     not list is a picker that is not at work, so that a job whose pickers all rest waits for them
 *     instead of going to another. What lies in a carrier stays there, whoever it is. Not part of
 *     {@code givre-plan-instance/2} either; written as {@code "pickers"}.
 */
public record InstanceJob(
    int id,
    double priority,
    double releaseSeconds,
    OptionalDouble dueSeconds,
    OptionalDouble deadlineSeconds,
    OptionalInt port,
    List<Integer> pickers,
    List<Request> requests) {
  public InstanceJob {
    Values.atLeastZero("priority", priority);
    Values.finite("release_s", releaseSeconds);
    pickers = List.copyOf(pickers);
    requests = List.copyOf(requests);
  }

  /** The same without these requests. */
  InstanceJob without(Set<Integer> others) {
    return with(requests.stream().filter(request -> !others.contains(request.id())).toList());
  }

  /** The same, but no request that can do without takes one of these tubes. */
  InstanceJob sparing(Set<Integer> tubes) {
    return with(requests.stream().map(request -> request.sparing(tubes)).toList());
  }

  /** The same with other requests. */
  public InstanceJob with(List<Request> others) {
    return new InstanceJob(
        id, priority, releaseSeconds, dueSeconds, deadlineSeconds, port, pickers, others);
  }

  /** Whether this picker may pick for it. */
  public boolean allows(int picker) {
    return pickers.isEmpty() || pickers.contains(picker);
  }
}
