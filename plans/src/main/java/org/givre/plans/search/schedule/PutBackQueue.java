package org.givre.plans.search.schedule;

import java.util.Arrays;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;

/**
 * Put-backs still to be done. Those of one rack keep their order and come before its other lifts:
 * the racks' costs count returns as there from the beginning.
 */
final class PutBackQueue {
  private final Problem problem;
  private final int[] left;
  private final boolean[] done;

  PutBackQueue(Problem problem) {
    this.problem = problem;
    this.left = new int[problem.racks.length];
    this.done = new boolean[problem.putBacks.length];
  }

  /** Back to the beginning. */
  void fill() {
    Arrays.fill(done, false);
    Arrays.fill(left, 0);
    for (var putBack : problem.putBacks) {
      left[putBack.rack.index]++;
    }
  }

  /** Whether a rack waits for a tube. */
  boolean waits(Rack rack) {
    return left[rack.index] > 0;
  }

  /** Whether a put-back is the next of its rack. */
  boolean isNext(int putBack) {
    if (done[putBack]) {
      return false;
    }
    for (int before = 0; before < putBack; before++) {
      if (!done[before] && problem.putBacks[before].rack == problem.putBacks[putBack].rack) {
        return false;
      }
    }
    return true;
  }

  void take(int putBack) {
    done[putBack] = true;
    left[problem.putBacks[putBack].rack.index]--;
  }
}
