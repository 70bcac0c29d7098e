package org.givre.plans.search.rack;

import java.util.Collections;
import java.util.List;

/** Orders the lifts of a rack so that tubes still to be picked get little from those before. */
final class LiftOrder {
  private LiftOrder() {}

  /** Swaps neighbours while that saves warmth. */
  static void improve(List<Shape> lifts) {
    for (int pass = 0; pass < lifts.size(); pass++) {
      boolean changed = false;
      for (int i = 0; i + 1 < lifts.size(); i++) {
        var first = lifts.get(i);
        var second = lifts.get(i + 1);
        if (second.wearOn(first) < first.wearOn(second)) {
          Collections.swap(lifts, i, i + 1);
          changed = true;
        }
      }
      if (!changed) {
        return;
      }
    }
  }
}
