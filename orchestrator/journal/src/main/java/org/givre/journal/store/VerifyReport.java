package org.givre.journal.store;

import java.util.List;

/**
 * What a full verification found.
 *
 * @param wholeUpTo the last offset up to which no event is missing or changed
 * @param lastOffset of the last event that was found
 * @param findings the first hundred
 * @param allFindings how many there are
 * @param notes what is no damage, and an operator should know
 */
public record VerifyReport(
    StoreId store,
    long wholeUpTo,
    long lastOffset,
    Counts counts,
    List<Finding> findings,
    long allFindings,
    List<String> notes) {
  public VerifyReport {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** How much was looked at. */
  public record Counts(long blocks, long heads, long copies, long tagRecords) {}

  public boolean isWhole() {
    return allFindings == 0;
  }
}
