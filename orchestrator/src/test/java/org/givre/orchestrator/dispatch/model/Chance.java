package org.givre.orchestrator.dispatch.model;

import java.util.List;
import java.util.SplittableRandom;

/** What a seed decides. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** From {@code least} on, below {@code bound}. */
  int number(int least, int bound) {
    return random.nextInt(least, bound);
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** One of the words, as often as it stands there. */
  String word(String words) {
    return pick(List.of(words.strip().split("\\s+", -1)));
  }
}
