package org.givre.plans.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.plans.company.WaitingStore.HOUR;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.Request;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;
import org.junit.jupiter.api.Test;

/** What holds for every store and every day. */
class CompanyPropertyTest {
  private static final int SEEDS = 1_500;
  private static final int MOST_STEPS = 60;

  private final CompanyTerms terms = new CompanyTerms(HOUR, 0.7, 300);
  private final Company company = new Company(new WarmthPlanner(), terms);

  @Test
  void onlyThePatientWaitAndNeverPastTheirLimits() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var work = store(seed).work();
      var decision = company.decide(work, seed);
      assertThat(company.decide(work, seed)).as("seed %d", seed).isEqualTo(decision);
      decision.untilSeconds().forEach((request, until) -> assertAllowed(work, request, until));
      assertTubesKept(work, decision, seed);
    }
  }

  /** Whoever waits keeps a tube, and that costs nobody who goes the last one. */
  private void assertTubesKept(WaitingWork work, CompanyDecision decision, long seed) {
    int waiting = decision.untilSeconds().size();
    assertThat(decision.keptTubes()).hasSize(waiting);
    var all = work.instance();
    var planned = new WarmthPlanner().plan(all, seed, StopCondition.afterIterations(0));
    int served = all.requests().size() - planned.unplanned().size();
    assertThat(mostServed(decision.rest(all))).isGreaterThanOrEqualTo(served - waiting);
  }

  /** How many requests can have a tube of their own: a maximum matching by augmenting paths. */
  private static int mostServed(Instance instance) {
    var takers = new TreeMap<Integer, Request>();
    int served = 0;
    for (var request : instance.requests()) {
      served += serves(request, takers, new TreeSet<>()) ? 1 : 0;
    }
    return served;
  }

  private static boolean serves(
      Request request, SortedMap<Integer, Request> takers, SortedSet<Integer> tried) {
    for (int tube : request.alternatives()) {
      if (tried.add(tube)) {
        var taker = Optional.ofNullable(takers.get(tube));
        if (taker.isEmpty() || serves(taker.get(), takers, tried)) {
          takers.put(tube, request);
          return true;
        }
      }
    }
    return false;
  }

  private void assertAllowed(WaitingWork work, int request, double until) {
    var job =
        work.instance().jobs().stream()
            .filter(j -> j.requests().stream().anyMatch(r -> r.id() == request))
            .findFirst()
            .orElseThrow();
    var patience = Optional.ofNullable(work.patience().get(job.id()));
    assertThat(patience).as("patience of job %d", job.id()).isPresent();
    assertThat(work.going()).doesNotContain(request);
    assertThat(until)
        .isGreaterThan(work.instance().nowSeconds())
        .isLessThanOrEqualTo(patience.get().sinceSeconds() + terms.longestWaitSeconds())
        .isLessThan(patience.get().dueSeconds() - terms.marginSeconds());
  }

  @Test
  void everybodyGoesInTheEndThoughNobodyElseComes() {
    for (long seed = 0; seed < SEEDS / 3; seed++) {
      var store = store(seed);
      int steps = 0;
      while (true) {
        var decision = company.decide(store.work(), seed);
        var waiting = decision.untilSeconds().keySet();
        store.instance().requests().stream()
            .map(Request::id)
            .filter(request -> !waiting.contains(request))
            .forEach(store::go);
        if (waiting.isEmpty()) {
          break;
        }
        store.now = decision.nextSeconds().orElseThrow();
        assertThat(++steps).as("seed %d", seed).isLessThan(MOST_STEPS);
      }
    }
  }

  private static WaitingStore store(long seed) {
    var random = new SplittableRandom(seed);
    var store = new WaitingStore();
    store.now = random.nextInt(5_000);
    for (int job = 0; job < 1 + random.nextInt(6); job++) {
      var requests = new Request[1 + random.nextInt(5)];
      for (int i = 0; i < requests.length; i++) {
        requests[i] = request(random, store);
      }
      if (random.nextInt(4) == 0) {
        store.urgent(requests);
      } else {
        double since = store.now - random.nextInt(4_000);
        store.patient(new Patience(since, since + random.nextInt(10_000)), requests);
      }
    }
    return store;
  }

  private static Request request(SplittableRandom random, WaitingStore store) {
    var tubes = new Integer[1 + random.nextInt(3)];
    for (int i = 0; i < tubes.length; i++) {
      boolean shared = store.tubes() > 0 && random.nextInt(4) == 0;
      tubes[i] =
          shared
              ? random.nextInt(store.tubes())
              : store.tube(random.nextInt(12), 1 + random.nextInt(WaitingStore.LEVELS));
    }
    var request = store.anyOf(Stream.of(tubes).distinct().toArray(Integer[]::new));
    if (random.nextInt(8) == 0) {
      store.go(request.id());
    }
    return request;
  }
}
