package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Request;
import org.junit.jupiter.api.Test;

/** Requests that name the same tubes, in stores where nothing else is in their way. */
class SharedTubesTest {
  private static final int SEEDS = 1_000;

  @Test
  void servesAsManyRequestsAsThereAreTubesForAtOnce() {
    assertServesAllThatItCan(0);
  }

  @Test
  void servesAsManyRequestsAsThereAreTubesForInTheEnd() {
    assertServesAllThatItCan(100);
  }

  private static void assertServesAllThatItCan(int iterations) {
    int scarce = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var instance = crowded(seed);
      var stop = StopCondition.afterIterations(iterations);
      var judged = Judged.of(instance, new WarmthPlanner().plan(instance, seed, stop));
      judged.assertHonest();
      int most = new Matching(instance.requests()).size();
      scarce += most < instance.requests().size() ? 1 : 0;
      assertThat(instance.requests().size() - judged.planned().unplanned().size())
          .as("seed %d", seed)
          .isEqualTo(most);
    }
    assertThat(scarce).isBetween(SEEDS / 20, SEEDS / 2);
  }

  /** A plain store where each request names up to three of about as many tubes as requests. */
  private static Instance crowded(long seed) {
    var random = new SplittableRandom(seed);
    var plain = GeneratedInstance.plain(seed);
    int few = Math.min(plain.tubes().size(), 1 + plain.requests().size());
    var ids = new ArrayList<>(plain.tubes().stream().map(InstanceTube::id).toList());
    for (int i = ids.size() - 1; i > 0; i--) {
      Collections.swap(ids, i, random.nextInt(i + 1));
    }
    var tubes = ids.subList(0, few);
    return Changed.jobs(
        plain,
        job ->
            job.with(
                Variant.each(
                    job.requests(), request -> new Request(request.id(), any(tubes, random)))));
  }

  private static List<Integer> any(List<Integer> tubes, SplittableRandom random) {
    var chosen = new TreeSet<Integer>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      chosen.add(tubes.get(random.nextInt(tubes.size())));
    }
    return List.copyOf(chosen);
  }

  /** The most requests that can have a tube each. */
  private static final class Matching {
    private final Map<Integer, Request> owners = new HashMap<>();

    Matching(List<Request> requests) {
      requests.forEach(request -> finds(request, new HashSet<>()));
    }

    private boolean finds(Request request, Set<Integer> tried) {
      for (int tube : request.alternatives()) {
        if (tried.add(tube)) {
          var owner = owners.get(tube);
          if (owner == null || finds(owner, tried)) {
            owners.put(tube, request);
            return true;
          }
        }
      }
      return false;
    }

    int size() {
      return owners.size();
    }
  }
}
