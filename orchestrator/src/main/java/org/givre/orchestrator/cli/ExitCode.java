package org.givre.orchestrator.cli;

/** What {@code givre} returns to the shell. */
public final class ExitCode {
  /** All went well. */
  public static final int OK = 0;

  /** It failed, a job ended with exceptions, or a plan is not valid. */
  public static final int FAILED = 1;

  /** The command or a file is not what it should be. */
  public static final int MALFORMED = 2;

  /** There is no such job, tube, device or specimen. */
  public static final int NOT_FOUND = 3;

  /** It does not go with how things stand: a state, a port, a directory in use. */
  public static final int CONFLICT = 4;

  /** Not allowed. */
  public static final int NOT_ALLOWED = 5;

  /** No engine answers. */
  public static final int UNREACHABLE = 6;

  /** The journal cannot be written. */
  public static final int JOURNAL_STOPPED = 7;

  private ExitCode() {}

  /** The code for an answer of the API with that status and problem code; 2xx is no failure. */
  static int ofProblem(int status, String problem) {
    if (problem.startsWith("journal")) {
      return JOURNAL_STOPPED;
    }
    return switch (status) {
      case 400, 405, 406, 413, 415, 422, 431 -> MALFORMED;
      case 401, 403 -> NOT_ALLOWED;
      case 404, 410 -> NOT_FOUND;
      case 409, 412 -> CONFLICT;
      default -> FAILED;
    };
  }
}
