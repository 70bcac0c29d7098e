package org.givre.plans.company;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.plans.instance.Instance;

/**
 * What waits for company, and what is reckoned to come of it. Exposure in weighted tube-seconds, a
 * job's share of its lifts by picks.
 *
 * @param untilSeconds by request: when it goes at the latest, on the instance's clock
 * @param keptTubes one for each request that waits: nobody who goes now may take them
 * @param atOnceTs by job that waits in part or in all for the first time: what it would get if it
 *     went now, with those that go
 * @param togetherTs by job that waits in part or in all: what it would get if everything that waits
 *     went together now. Who comes later is not in it, so this is no forecast
 */
public record CompanyDecision(
    SortedMap<Integer, Double> untilSeconds,
    SortedSet<Integer> keptTubes,
    SortedMap<Integer, Double> atOnceTs,
    SortedMap<Integer, Double> togetherTs) {
  /** Nothing waits. */
  public static final CompanyDecision NONE =
      new CompanyDecision(new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>());

  public CompanyDecision {
    untilSeconds = Collections.unmodifiableSortedMap(new TreeMap<>(untilSeconds));
    keptTubes = Collections.unmodifiableSortedSet(new TreeSet<>(keptTubes));
    atOnceTs = Collections.unmodifiableSortedMap(new TreeMap<>(atOnceTs));
    togetherTs = Collections.unmodifiableSortedMap(new TreeMap<>(togetherTs));
  }

  /** What goes now of the instance that it was decided for. */
  public Instance rest(Instance instance) {
    return instance.without(untilSeconds.keySet()).sparing(keptTubes);
  }

  /** When the first of those that wait must go; empty when nothing waits. */
  public OptionalDouble nextSeconds() {
    return untilSeconds.values().stream().mapToDouble(Double::doubleValue).min();
  }
}
