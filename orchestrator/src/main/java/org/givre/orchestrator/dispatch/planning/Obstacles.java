package org.givre.orchestrator.dispatch.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * What keeps requests out of a plan.
 *
 * <p>Filled while an instance is built; then only read.
 */
public final class Obstacles {
  /** More than a person reads; a bound for the journal. */
  private static final int MOST_BLOCKERS = 100;

  /** Code of what keeps a job waiting that waits for others of its own will. */
  public static final String COMPANY = "waits-for-company";

  private final Instant since;
  private final SortedMap<JobId, List<Blocker>> blockers = new TreeMap<>();
  private final SortedMap<RequestKey, GoneTube> gone = new TreeMap<>();
  private final SortedMap<RequestKey, GoneTube> unlocated = new TreeMap<>();

  /** None yet; those that are added are dated {@code since}. */
  public Obstacles(Instant since) {
    this.since = since;
  }

  /** No candidate of a request is in the store, and why. */
  public record GoneTube(TubeId tube, String reason) {}

  /** Adds what the job may see; the same only once. */
  public void block(JobId job, String code, String resource, String detail) {
    add(job, new Blocker(code, resource, Optional.empty(), since, detail));
  }

  /** Adds that the job waits for others that need the same racks. */
  public void waitsForCompany(JobId job) {
    block(job, COMPANY, "", "");
  }

  /** Adds that a tube is set aside for somebody else. */
  void reserved(JobId job, TubeId tube, Optional<JobId> by) {
    add(job, new Blocker("tube-reserved", tube.value(), by.map(JobId::value), since, ""));
  }

  private void add(JobId job, Blocker blocker) {
    var all = blockers.computeIfAbsent(job, id -> new ArrayList<>());
    if (all.size() < MOST_BLOCKERS && !all.contains(blocker)) {
      all.add(blocker);
    }
  }

  void gone(RequestKey request, GoneTube tube) {
    gone.put(request, tube);
  }

  void unlocated(RequestKey request, GoneTube tube) {
    unlocated.put(request, tube);
  }

  /** What blocks a job, in the order of its requests. */
  public List<Blocker> of(JobId job) {
    return List.copyOf(blockers.getOrDefault(job, List.of()));
  }

  /** Jobs that are blocked in part or in all. */
  public SortedSet<JobId> blockedJobs() {
    return new TreeSet<>(blockers.keySet());
  }

  /** Whether anything is in the way but that a job waits for company. */
  public boolean obstruct() {
    return all().anyMatch(blocker -> !blocker.code().equals(COMPANY));
  }

  /** Jobs that are in the way of others: these want a tube that is theirs. */
  public SortedSet<JobId> inTheWay() {
    var inTheWay = new TreeSet<JobId>();
    all().flatMap(blocker -> blocker.by().stream()).forEach(by -> inTheWay.add(new JobId(by)));
    return inTheWay;
  }

  private Stream<Blocker> all() {
    return blockers.values().stream().flatMap(List::stream);
  }

  /** Requests that cannot be served any more. */
  public SortedMap<RequestKey, GoneTube> gone() {
    return gone;
  }

  /** Requests whose tube is not where it was last known to stand: looked for again, then gone. */
  public SortedMap<RequestKey, GoneTube> unlocated() {
    return unlocated;
  }
}
