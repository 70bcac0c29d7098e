package org.givre.orchestrator.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.givre.devices.journal.Cause;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * What subscribers see of an event.
 *
 * @param offset its place in the journal, and its id in a stream
 * @param type such as {@code tube.picked}
 * @param at engine time
 * @param jobs that it concerns
 * @param device that it happened to or that brought it about
 * @param body writes the fields that are special to the type
 */
public record PublicEvent(
    long offset,
    String type,
    Instant at,
    SortedSet<JobId> jobs,
    List<TubeId> tubes,
    Optional<String> device,
    Cause cause,
    Consumer<ObjectNode> body) {
  public PublicEvent {
    jobs = new TreeSet<>(jobs);
    tubes = List.copyOf(tubes);
  }

  /** The job, where it concerns one alone. */
  public Optional<JobId> job() {
    return jobs.size() == 1 ? Optional.of(jobs.first()) : Optional.empty();
  }
}
