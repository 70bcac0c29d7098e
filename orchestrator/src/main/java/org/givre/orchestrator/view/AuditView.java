package org.givre.orchestrator.view;

import java.util.List;

/**
 * Every action that anybody has asked for, accepted or refused, in the order of the journal. Each
 * entry carries a hash of itself and of the one before: whoever has kept the last hash sees whether
 * anything before it was changed.
 */
public interface AuditView {
  /** Up to {@code limit} entries with an offset above {@code floor}. */
  List<AuditEntry> entries(long floor, int limit);

  /** Hash of the last entry; {@link AuditEntry#NO_HASH} before the first. */
  String head();
}
