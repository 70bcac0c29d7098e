package org.givre.orchestrator.job;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;

/**
 * Which way an operator wants the undone work of a job to go.
 *
 * @param picker that alone may pick; empty: any
 * @param port where alone tubes may be delivered; empty: as the job was submitted
 * @param avoid ids of pickers, dewars and ports that must not be used
 */
public record Route(Optional<PickerId> picker, Optional<PortId> port, SortedSet<String> avoid) {
  /** Any way. */
  public static final Route NONE = new Route(Optional.empty(), Optional.empty(), new TreeSet<>());

  public Route {
    avoid = Collections.unmodifiableSortedSet(new TreeSet<>(avoid));
  }
}
