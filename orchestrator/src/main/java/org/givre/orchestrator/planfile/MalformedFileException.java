package org.givre.orchestrator.planfile;

/**
 * A file that is not what it should be. The message begins with the place in the file, as a JSON
 * path such as {@code $.racks[3].box_tubes[2]}, and says what was expected and what was found.
 */
public class MalformedFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedFileException(String message) {
    super(message);
  }

  public MalformedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
