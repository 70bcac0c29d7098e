package org.givre.orchestrator.api;

/** The port cannot be bound: another process has it, or the address is not ours. */
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PortInUseException(String host, int port, Throwable cause) {
    super(
        "Port %d on %s is in use or not allowed. Stop the process that has it, or give another --port."
            .formatted(port, host),
        cause);
  }
}
