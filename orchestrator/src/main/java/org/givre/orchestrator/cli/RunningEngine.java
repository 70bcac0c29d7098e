package org.givre.orchestrator.cli;

import java.net.URI;

/** An engine that runs in this process. */
public interface RunningEngine extends AutoCloseable {
  /** Where it answers. */
  URI url();

  /** What runs there, in one line. */
  String description();

  /** Returns when it has stopped, whoever stopped it; what the shell is told. */
  int awaitStop();

  /** Stops it in good order and returns when it has stopped. */
  @Override
  void close();
}
