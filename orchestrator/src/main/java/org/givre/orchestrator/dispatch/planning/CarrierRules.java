package org.givre.orchestrator.dispatch.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.TubeId;

/**
 * What becomes of tubes in carriers, by what their jobs want.
 *
 * @param offers every job that waits, is paused or is being cancelled
 * @param over jobs that are over: their tubes must leave the carrier
 * @param held whether the site is held: then nothing is delivered
 * @param limits how long each picker's carrier keeps a tube cold, in engine time
 * @param homeless tubes that cannot go back where they came from
 */
public record CarrierRules(
    SortedMap<JobId, Offered> offers,
    SortedSet<JobId> over,
    boolean held,
    SortedMap<PickerId, Duration> limits,
    SortedSet<TubeId> homeless,
    Instant now) {
  public CarrierRules {
    offers = Collections.unmodifiableSortedMap(new TreeMap<>(offers));
    over = Collections.unmodifiableSortedSet(new TreeSet<>(over));
    limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    homeless = Collections.unmodifiableSortedSet(new TreeSet<>(homeless));
  }

  /** What is done with a tube in a carrier. */
  enum Fate {
    /** To a port. */
    DELIVER,
    /** Into the well that it came from. */
    GO_BACK,
    /** It is cold where it is, and waits. */
    STAY
  }

  Fate of(LoadedTube tube) {
    var offer = Optional.ofNullable(offers.get(tube.request().job()));
    if (homeless.contains(tube.tube())) {
      return Fate.DELIVER;
    }
    return offer
        .map(job -> of(tube, job))
        .orElseGet(() -> over.contains(tube.request().job()) ? Fate.DELIVER : Fate.STAY);
  }

  private Fate of(LoadedTube tube, Offered job) {
    if (job.intent() == Intent.CANCEL || isUnwanted(job, tube.request())) {
      return Fate.GO_BACK;
    }
    if (!held && job.intent() == Intent.SERVE) {
      return Fate.DELIVER;
    }
    return coldUntil(tube).isAfter(now) ? Fate.STAY : Fate.GO_BACK;
  }

  private static boolean isUnwanted(Offered job, RequestKey request) {
    return job.open().stream()
        .anyMatch(open -> open.index() == request.request() && open.unwanted());
  }

  /** Until when the carrier keeps the tube cold. */
  Instant coldUntil(LoadedTube tube) {
    return tube.since().plus(limits.getOrDefault(tube.picker(), Duration.ZERO));
  }
}
