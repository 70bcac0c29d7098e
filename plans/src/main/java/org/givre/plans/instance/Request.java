package org.givre.plans.instance;

import java.util.List;

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
}
