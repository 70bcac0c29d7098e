package org.givre.orchestrator.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.givre.orchestrator.wiring.StartRefusal.Reason;
import org.junit.jupiter.api.Test;

class PortsTest {
  private static final String HOST = "127.0.0.1";

  @Test
  void takesTheWantedPortWhenItIsFree() {
    var free = Ports.choose(HOST, 0, false);
    assertThat(Ports.choose(HOST, free, false)).isEqualTo(free);
  }

  @Test
  void refusesATakenPortByName() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = taken.getLocalPort();
      assertThatThrownBy(() -> Ports.choose(HOST, port, false))
          .isInstanceOfSatisfying(
              StartRefusal.class, no -> assertThat(no.reason()).isEqualTo(Reason.CONFLICT))
          .hasMessageContaining("Port " + port + " on 127.0.0.1 cannot be used")
          .hasMessageContaining("--port");
    }
  }

  @Test
  void takesAnotherWhereThatWillDo() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.choose(HOST, taken.getLocalPort(), true))
          .isPositive()
          .isNotEqualTo(taken.getLocalPort());
    }
  }
}
