package org.givre.orchestrator.view;

import akka.Done;
import java.util.concurrent.CompletionStage;

/** How far the view has come in the journal. */
public interface Progress {
  /** Offset of the last event that readers see. */
  long appliedOffset();

  /** Whether everything is seen that was in the journal when the engine started. */
  boolean caughtUp();

  /** Completes once readers see the event at {@code offset}. */
  CompletionStage<Done> awaitApplied(long offset);

  /** Completes once readers see the tubes that an import has put into {@code racks} racks. */
  CompletionStage<Done> awaitImported(String importId, int racks);
}
