package org.givre.orchestrator.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** A public event while the shapes of its kind fill it in. */
final class Draft {
  private final FeedEvent source;
  private final String type;
  private final SortedSet<JobId> jobs = new TreeSet<>();
  private List<TubeId> tubes = List.of();
  private Optional<String> device = Optional.empty();
  private Consumer<ObjectNode> body = json -> {};

  private Draft(FeedEvent source, String type) {
    this.source = source;
    this.type = type;
  }

  static Draft of(FeedEvent source, String type) {
    return new Draft(source, type);
  }

  Draft job(JobId job) {
    jobs.add(job);
    return this;
  }

  Draft jobs(Collection<JobId> more) {
    jobs.addAll(more);
    return this;
  }

  Draft tubes(List<TubeId> concerned) {
    tubes = concerned;
    return this;
  }

  Draft tube(TubeId concerned) {
    return tubes(List.of(concerned));
  }

  Draft device(String name) {
    device = Optional.of(name);
    return this;
  }

  Draft body(Consumer<ObjectNode> fields) {
    body = fields;
    return this;
  }

  PublicEvent finished() {
    return new PublicEvent(
        source.offset(), type, source.at(), jobs, tubes, device, source.recorded().cause(), body);
  }
}
