package org.givre.devices.sim;

import java.util.List;

/** What the world says when somebody wants to put tubes into it. */
public sealed interface LoadAnswer {
  /**
   * They are there, durably.
   *
   * @param added how many this call has put there
   * @param known how many were there already or have been there since this import
   */
  record Loaded(int added, int known) implements LoadAnswer {}

  /**
   * Not one of them was put there.
   *
   * @param conflicts what stands in the way, by tube; the first {@value #MOST_CONFLICTS}
   */
  record Refused(List<String> conflicts) implements LoadAnswer {
    public Refused {
      conflicts = List.copyOf(conflicts);
    }
  }

  /** Enough to see what is wrong with a file; the rest would not be read. */
  int MOST_CONFLICTS = 100;
}
