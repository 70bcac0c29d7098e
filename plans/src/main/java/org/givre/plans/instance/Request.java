package org.givre.plans.instance;

import java.util.List;
import java.util.Set;

/**
 * One thing that a job asks for.
 *
 * @param alternatives tubes of which any one satisfies it; the first is the one the customer listed
 */
public record Request(int id, List<Integer> alternatives) {
  public Request {
    alternatives = List.copyOf(alternatives);
    if (alternatives.isEmpty()) {
      throw new RefusedValue("alternatives", "at least one tube", "none");
    }
  }

  /** The same, but it takes none of these tubes, unless there is no other for it. */
  Request sparing(Set<Integer> tubes) {
    var others = alternatives.stream().filter(tube -> !tubes.contains(tube)).toList();
    return others.isEmpty() ? this : new Request(id, others);
  }
}
