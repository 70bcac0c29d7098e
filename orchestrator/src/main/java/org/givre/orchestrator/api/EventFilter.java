package org.givre.orchestrator.api;

import java.util.List;
import java.util.Optional;
import org.givre.orchestrator.feed.PublicEvent;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * Which events a stream shows; what is empty does not restrict it.
 *
 * @param types any of these; {@code tube.*} stands for all that begin with {@code tube.}
 */
record EventFilter(Optional<JobId> job, List<String> types, Optional<TubeId> tube) {
  EventFilter {
    types = List.copyOf(types);
  }

  static EventFilter of(Query query) {
    return new EventFilter(
        query.value("job", JobId::new), query.parts("type"), query.value("tube", TubeId::new));
  }

  boolean accepts(PublicEvent event) {
    return job.stream().allMatch(id -> event.jobs().contains(id))
        && tube.stream().allMatch(event.tubes()::contains)
        && (types.isEmpty() || types.stream().anyMatch(type -> matches(type, event.type())));
  }

  private static boolean matches(String wanted, String type) {
    return wanted.endsWith(".*")
        ? type.startsWith(wanted.substring(0, wanted.length() - 1))
        : type.equals(wanted);
  }
}
