package org.givre.orchestrator.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How the journal does, as far as requests must know. Nothing here blocks. */
public interface JournalCare {
  /** Why nothing can be written any more; empty while it can. */
  Optional<String> stopped();

  /** Calls {@code told} with the reason once nothing can be written any more; now if that is so. */
  void whenStopped(Consumer<String> told);

  /** Why no new work can be taken, for want of room on the disk; empty while it can. */
  Optional<String> full();

  /** What somebody must see to, the worst first. */
  List<Alarm> alarms();
}
