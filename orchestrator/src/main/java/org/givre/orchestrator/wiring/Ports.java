package org.givre.orchestrator.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.givre.orchestrator.wiring.StartRefusal.Reason;

/** Looks for a port before anything else is started. */
final class Ports {
  private Ports() {}

  /**
   * {@code wanted} if it is free; otherwise any that is, if that will do.
   *
   * @throws StartRefusal when the port is taken and no other will do
   */
  static int choose(String host, int wanted, boolean anyWillDo) {
    try {
      return free(host, wanted);
    } catch (IOException taken) {
      if (anyWillDo) {
        return any(host);
      }
      throw new StartRefusal(
          Reason.CONFLICT,
          "Port %d on %s cannot be used: %s. Stop whatever uses it, or give another --port."
              .formatted(wanted, host, taken.getMessage()),
          taken);
    }
  }

  private static int any(String host) {
    try {
      return free(host, 0);
    } catch (IOException none) {
      throw new StartRefusal(
          Reason.CONFLICT,
          "No port on %s can be used: %s".formatted(host, none.getMessage()),
          none);
    }
  }

  private static int free(String host, int port) throws IOException {
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    }
  }
}
