package org.givre.orchestrator.campaign;

/** The engine went away before it answered: what was asked may have been done or not. */
final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1;

  NoAnswer(String request, Throwable cause) {
    super(request + " was not answered: " + cause, cause);
  }
}
