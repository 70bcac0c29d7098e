package org.givre.devices.action;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An action as it is journalled: what was asked and how it was decided.
 *
 * @param refusal code of the refusal; empty where it was accepted
 */
public record ActionRecord(
    String id, String type, SortedMap<String, String> arguments, Optional<String> refusal) {
  public ActionRecord {
    arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
  }

  /** Whether it was done or begun, or held already. */
  public boolean accepted() {
    return refusal.isEmpty();
  }
}
