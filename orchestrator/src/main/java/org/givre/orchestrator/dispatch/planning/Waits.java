package org.givre.orchestrator.dispatch.planning;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.plans.company.CompanyDecision;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * What waits for company, by name. Exposure in weighted tube-seconds, of what a job has still open.
 *
 * @param until when a request goes at the latest
 * @param kept one tube for each of them, which nobody takes who goes now
 * @param atOnce by job that waits for the first time: what it would get if it went now
 * @param together by job: what it would get if everything that waits went together
 */
public record Waits(
    SortedMap<RequestKey, Instant> until,
    SortedSet<TubeId> kept,
    SortedMap<JobId, Double> atOnce,
    SortedMap<JobId, Double> together) {
  /** Nothing waits. */
  public static final Waits NONE =
      new Waits(new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>());

  public Waits {
    until = Collections.unmodifiableSortedMap(new TreeMap<>(until));
    kept = Collections.unmodifiableSortedSet(new TreeSet<>(kept));
    atOnce = Collections.unmodifiableSortedMap(new TreeMap<>(atOnce));
    together = Collections.unmodifiableSortedMap(new TreeMap<>(together));
  }

  static Waits of(CompanyDecision decision, PlanNames names, PlanClock clock) {
    var until = new TreeMap<RequestKey, Instant>();
    decision.untilSeconds().forEach((id, at) -> until.put(names.request(id), clock.instant(at)));
    var kept = new TreeSet<TubeId>();
    decision.keptTubes().forEach(id -> kept.add(names.tube(id)));
    return new Waits(
        until, kept, named(decision.atOnceTs(), names), named(decision.togetherTs(), names));
  }

  private static SortedMap<JobId, Double> named(SortedMap<Integer, Double> jobs, PlanNames names) {
    var named = new TreeMap<JobId, Double>();
    jobs.forEach((id, tubeSeconds) -> named.put(names.job(id), tubeSeconds));
    return named;
  }
}
