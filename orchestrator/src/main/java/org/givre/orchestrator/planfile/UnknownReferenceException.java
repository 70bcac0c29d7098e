package org.givre.orchestrator.planfile;

/**
 * A plan file that is well-formed but names a format, operation or mode that does not exist. The
 * exchange format counts this as a violation of kind {@code reference}, so that whoever judges a
 * plan may report it as one.
 */
public final class UnknownReferenceException extends MalformedFileException {
  private static final long serialVersionUID = 1;

  public UnknownReferenceException(String message) {
    super(message);
  }
}
