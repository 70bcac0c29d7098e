package org.givre.plans.instance;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Requests that belong together.
 *
 * @param priority weight of its tardiness
 * @param releaseSeconds no lift for it may start earlier
 * @param dueSeconds soft
 * @param deadlineSeconds hard
 * @param port where its tubes must be unloaded; absent: any port. Not part of {@code
 *     givre-plan-instance/2}, whose readers ignore it; written as {@code "port"}.
 */
public record InstanceJob(
    int id,
    double priority,
    double releaseSeconds,
    OptionalDouble dueSeconds,
    OptionalDouble deadlineSeconds,
    OptionalInt port,
    List<Request> requests) {
  public InstanceJob {
    Values.atLeastZero("job.priority", priority);
    Values.finite("job.release_s", releaseSeconds);
    requests = List.copyOf(requests);
  }
}
