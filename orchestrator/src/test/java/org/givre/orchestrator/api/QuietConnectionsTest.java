package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class QuietConnectionsTest {
  private static final Duration QUIET = Duration.ofMillis(300);
  private static final Duration HEARTBEAT = Duration.ofMillis(100);

  /** They take three times as long as a connection may be quiet. */
  private static final int HEARTBEATS = 9;

  @TempDir static Path directory;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api =
        RunningApi.start(directory, new LimitsOfATest().quiet(QUIET).heartbeat(HEARTBEAT).limits());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static String untilClosed(String text) throws IOException {
    return RawConnection.answer(api, text);
  }

  @Test
  void closesAConnectionThatAsksNothing() throws Exception {
    assertThat(untilClosed("")).isEmpty();
  }

  @Test
  void closesAConnectionWhoseHeadersDoNotEnd() throws Exception {
    assertThat(untilClosed("GET /health/live HTTP/1.1\r\nHost: localhost\r\n"))
        .doesNotContain(" 200 ");
  }

  @Test
  void closesAConnectionAfterItsLastAnswer() throws Exception {
    assertThat(untilClosed("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .doesNotContain("Connection: close");
  }

  @Test
  void keepsAnEventStreamOpen() throws Exception {
    var request = "GET /v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (var connection = RawConnection.saying(api, request)) {
      var lines = connection.lines().lines();
      assertThat(lines.filter(line -> line.startsWith(":")).limit(HEARTBEATS)).hasSize(HEARTBEATS);
    }
  }

  @Test
  void waitsForAnAnswerThatTakesLonger() throws Exception {
    api.beforeLoading =
        () -> {
          try {
            untilClosed("");
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        };
    var body = RunningApi.inventory("T1,S1,LCL,1,D1,D1-R01,1,A1");
    var answer =
        untilClosed(
            "POST /v1/inventory:import HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body));

    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"tubes\":1");
  }
}
