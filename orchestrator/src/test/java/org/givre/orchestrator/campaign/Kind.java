package org.givre.orchestrator.campaign;

/** What the kill of a round is aimed at. */
enum Kind {
  /** While an import is sent, checked or stored. */
  IMPORT,
  /** While a job is submitted. */
  SUBMISSION,
  /** While an operator's command is carried out. */
  COMMAND,
  /** While robots move: after some events that tell of it. */
  MOTION,
  /** After some time. */
  ANY_MOMENT,
  /** While tubes go back to their wells. */
  PUT_BACK,
  /** Before the engine is up again. */
  RECOVERY
}
