package org.givre.orchestrator.campaign;

/** Something about an engine that comes true. */
interface Look {
  boolean isSo() throws NoAnswer;
}
