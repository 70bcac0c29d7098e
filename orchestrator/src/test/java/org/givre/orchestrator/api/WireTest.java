package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What no well-behaved client sends. */
@Timeout(60)
class WireTest {
  @TempDir static Path directory;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api =
        RunningApi.start(
            directory,
            new LimitsOfATest().importBytes(100_000).bodyDeadline(Duration.ofMillis(500)).limits());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static String answer(String text) throws IOException {
    return RawConnection.answer(api, text);
  }

  private static String request(String line, String... headers) {
    return line + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
  }

  private static void isProblem(String answer, int status, String code) {
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer).contains("Content-Type: application/problem+json");
    assertThat(answer).contains("\"code\":\"" + code + "\"");
    assertThat(answer).doesNotContain("Exception");
  }

  @Test
  void isServedByTheNamesOfTheLoopback() throws Exception {
    for (var host : new String[] {"localhost", "127.0.0.1:80", "LOCALHOST:99", "[::1]:8080"}) {
      assertThat(answer(request("GET /health/live", "Host: " + host)))
          .as(host)
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void isNotServedByAnyOtherName() throws Exception {
    for (var host : new String[] {"evil.example", "localhost.evil.example", "127.0.0.2", "0"}) {
      isProblem(answer(request("GET /v1/jobs", "Host: " + host)), 403, "host-not-allowed");
    }
  }

  @Test
  void isNotServedToPagesOfOtherSites() throws Exception {
    var host = "Host: localhost:8080";
    for (var origin :
        new String[] {
          "http://evil.example",
          "https://localhost:8080",
          "http://localhost:9090",
          "http://localhost",
          "null",
          "nonsense"
        }) {
      isProblem(
          answer(request("POST /v1/jobs", host, "Content-Length: 0", "Origin: " + origin)),
          403,
          "origin-not-allowed");
    }
    assertThat(answer(request("GET /health/live", host, "Origin: http://localhost:8080")))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void refusesWhatIsNoHttp() throws Exception {
    isProblem(answer("nonsense without end and sense\r\n\r\n"), 501, "request-malformed");
    isProblem(answer("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"), 505, "request-malformed");
    isProblem(answer("GET /v1/jobs HTTP/1.1\r\n\r\n"), 400, "request-malformed");
    isProblem(answer(request("FLY /v1/jobs", "Host: localhost")), 501, "request-malformed");
    isProblem(answer(request("GET /v1/%zz", "Host: localhost")), 400, "request-malformed");
    isProblem(
        answer(request("GET /" + "x".repeat(5000), "Host: localhost")), 414, "request-malformed");
  }

  @Test
  void refusesTooManyAndTooLongHeaders() throws Exception {
    var long9k = "X-A: " + "x".repeat(9_000);
    isProblem(
        answer(request("GET /v1/jobs", "Host: localhost", long9k, long9k)),
        431,
        "headers-too-large");
    isProblem(
        answer(request("GET /v1/jobs", "Host: localhost", "X-A: " + "x".repeat(20_000))),
        431,
        "request-malformed");
    isProblem(
        answer(request("GET /v1/jobs", "Host: localhost", "X: 1\r\n".repeat(100) + "Y: 1")),
        400,
        "request-malformed");
  }

  @Test
  void refusesAnIdempotencyKeyThatIsNotAscii() throws Exception {
    var body = "{\"type\":\"retrieve\",\"items\":[{\"tube\":\"T1\"}]}";
    isProblem(
        answer(
            request(
                    "POST /v1/jobs",
                    "Host: localhost",
                    "Content-Type: application/json",
                    "Idempotency-Key: caf\u00c3\u00a9",
                    "Content-Length: " + body.length())
                + body),
        400,
        "idempotency-key-malformed");
  }

  @Test
  void doesNotWaitForABodyThatTrickles() throws Exception {
    isProblem(
        answer(
            request(
                    "POST /v1/jobs",
                    "Host: localhost",
                    "Content-Type: application/json",
                    "Content-Length: 100")
                + "{"),
        408,
        "body-too-slow");
  }

  @Test
  void refusesABodyThatSaysItIsTooLargeBeforeItComes() throws Exception {
    isProblem(
        answer(
            request(
                "POST /v1/jobs",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 9000000")),
        413,
        "body-too-large");
  }

  @Test
  void refusesAChunkedBodyThatTurnsOutTooLarge() throws Exception {
    var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    isProblem(
        answer(
            request(
                    "POST /v1/inventory:import",
                    "Host: localhost",
                    "Content-Type: text/csv",
                    "Transfer-Encoding: chunked")
                + chunk
                + chunk
                + "0\r\n\r\n"),
        413,
        "body-too-large");
  }

  @Test
  void takesTheNextImportAfterOneThatBrokeOff() throws Exception {
    RawConnection.saying(
            api,
            request(
                "POST /v1/inventory:import",
                "Host: localhost",
                "Content-Type: text/csv",
                "Content-Length: 50000"))
        .close();

    var reply = api.imported("T1,S1,LCL,1,D1,D1-R01,1,A1");
    while (reply.status() == 409) {
      reply = api.imported("T1,S1,LCL,1,D1,D1-R01,1,A1");
    }
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void refusesASecondImportWhileOneIsRunning() throws Exception {
    var head =
        request(
            "POST /v1/inventory:import",
            "Host: localhost",
            "Content-Type: text/csv",
            "Expect: 100-continue",
            "Content-Length: 5000");
    try (var connection = RawConnection.saying(api, head)) {
      assertThat(connection.first(12)).isEqualTo("HTTP/1.1 100");

      var reply = api.imported("T2,S1,LCL,2,D1,D1-R01,1,A2");
      assertThat(reply.status()).isEqualTo(409);
      assertThat(reply.code()).isEqualTo("import-running");
    }
  }

  @Test
  void namesThePortThatIsInUse() {
    assertThatThrownBy(
            () ->
                HttpServer.of(api.parts).bind("127.0.0.1", api.port()).toCompletableFuture().join())
        .hasRootCauseInstanceOf(IOException.class)
        .cause()
        .isInstanceOf(PortInUseException.class)
        .hasMessageContaining("Port " + api.port());
  }

  @Test
  void speaksHttp1Only() throws Exception {
    var preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    assertThat(answer(preface)).startsWith("HTTP/1.1 ");
  }
}
