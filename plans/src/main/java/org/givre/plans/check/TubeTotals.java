package org.givre.plans.check;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Weighted seconds that each listed or carried tube has received. */
final class TubeTotals {
  private final Map<Integer, Double> secondsByTube = new HashMap<>();

  void add(int tube, double weightedSeconds) {
    if (weightedSeconds != 0) {
      secondsByTube.merge(tube, weightedSeconds, Double::sum);
    }
  }

  double of(int tube) {
    return secondsByTube.getOrDefault(tube, 0.0);
  }

  SortedMap<Integer, Double> byTube() {
    return new TreeMap<>(secondsByTube);
  }
}
