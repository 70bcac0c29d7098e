package org.givre.journal.faults;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * What a proof needs of the machine. Without it the proof is skipped, and the reason printed; with
 * {@code -Dgivre.proofs=required} it fails.
 */
public final class Requirement {
  private Requirement() {}

  public static void of(boolean met, String what) {
    if (!met && "required".equals(System.getProperty("givre.proofs"))) {
      throw new AssertionError("Proofs are required here, and this one cannot run: " + what);
    }
    if (!met) {
      System.out.println("Skipped: " + what);
      abort(what);
    }
  }
}
