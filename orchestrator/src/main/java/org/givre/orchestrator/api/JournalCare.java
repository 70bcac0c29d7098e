package org.givre.orchestrator.api;

import java.util.List;
import java.util.Optional;

/** How the journal does, as far as requests must know. Nothing here blocks. */
public interface JournalCare {
  /** Why nothing can be written any more; empty while it can. */
  Optional<String> stopped();

  /** Why no new work can be taken, for want of room on the disk; empty while it can. */
  Optional<String> full();

  /** What somebody must see to, the worst first. */
  List<Alarm> alarms();
}
