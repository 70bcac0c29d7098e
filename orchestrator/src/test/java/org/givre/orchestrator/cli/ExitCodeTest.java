package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodeTest {

  @Nested
  class OfAnAnswer {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
      "400, json-malformed, 2",
      "413, body-too-large, 2",
      "415, content-type-unsupported, 2",
      "422, tube-unknown, 2",
      "401, unauthenticated, 5",
      "403, origin-refused, 5",
      "404, job-unknown, 3",
      "409, state-conflict, 4",
      "412, revision-stale, 4",
      "429, too-many-requests, 1",
      "503, journal-unavailable, 7",
      "503, store-held, 1",
      "500, internal, 1"
    })
    void followsStatusAndCode(int status, String code, int exitCode) {
      var problem =
          """
          {"title":"No","detail":"Expected this, found that.","status":%d,"code":"%s",
           "errors":[{"row":7,"code":"bad","message":"what is wrong"}]}
          """
              .formatted(status, code);
      try (var server = AnsweringServer.of(status, problem)) {
        var run = CommandRun.of(Optional.of(server.url()), "jobs", "show", "01J");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err())
            .isEqualToIgnoringNewLines(
                "Expected this, found that. [" + code + "]  row 7: what is wrong [bad]");
        assertThat(run.out()).isEmpty();
      }
    }

    @Test
    void isOkForAnAnswerThatIsNoProblem() {
      try (var server = AnsweringServer.of(200, "{\"devices\":[]}")) {
        var run = CommandRun.of("devices", "ls", "--url", server.url(), "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToIgnoringNewLines("{\"devices\":[]}");
        assertThat(server.requests()).containsExactly("GET /v1/devices?limit=500");
      }
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, 0", "COMPLETED_WITH_EXCEPTIONS, 1", "FAILED, 1", "EXPIRED, 1"})
    void tellsHowAJobEnded(String state, int exitCode) {
      var job = "{\"id\":\"01J\",\"state\":\"%s\"}".formatted(state);
      try (var server = AnsweringServer.of(200, job)) {
        var run = CommandRun.of("jobs", "watch", "01J", "--url", server.url());
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).contains("state      " + state);
      }
    }
  }

  @Nested
  class WithoutAnAnswer {
    @Test
    void isUnreachable() throws IOException {
      var run = CommandRun.of(Optional.of("http://127.0.0.1:" + unusedPort()), "jobs", "ls");
      assertThat(run.exitCode()).isEqualTo(6);
      assertThat(run.err()).contains("No engine answers at", "givre serve");
    }

    private int unusedPort() throws IOException {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }
  }

  @Nested
  class OfMisuse {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "jobs",
          "jobs show",
          "jobs list",
          "serve",
          "serve --data-dir d --port x",
          "plan",
          "plan check",
          "plan --instance a.json",
          "plan --instance a.json --out b.json --time-limit soon",
          "world export",
          "world export --world /nowhere/at/all",
          "import /nowhere/at/all.csv",
          "jobs submit /nowhere/at/all.csv",
          "jobs submit picks.txt",
          "jobs submit job.json --dry-run",
          "jobs ls --url not-a-url",
          "jobs ls --limit many"
        })
    void isTwo(String command) {
      var run = CommandRun.of(command.isEmpty() ? new String[0] : command.split(" "));
      assertThat(run.exitCode()).as("%s: %s", command, run.err()).isEqualTo(2);
      assertThat(run.err()).isNotBlank();
      assertThat(run.out()).isEmpty();
    }
  }

  @Nested
  class OfHelp {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "--help",
          "--version",
          "serve --help",
          "demo --help",
          "import --help",
          "jobs --help",
          "jobs submit --help",
          "jobs ls --help",
          "jobs show --help",
          "jobs watch --help",
          "jobs release --help",
          "jobs pause --help",
          "jobs resume --help",
          "jobs cancel --help",
          "jobs reprioritize --help",
          "jobs reroute --help",
          "jobs skip-item --help",
          "jobs retry-item --help",
          "devices ls --help",
          "devices pause --help",
          "devices resume --help",
          "devices drain --help",
          "devices return-to-service --help",
          "site --help",
          "site show --help",
          "site hold --help",
          "site release --help",
          "audit --help",
          "tubes show --help",
          "world export --help",
          "plan --help",
          "plan check --help",
          "plan bound --help"
        })
    void isZero(String command) {
      var run = CommandRun.of(command.split(" "));
      assertThat(run.exitCode()).as("%s: %s", command, run.err()).isZero();
      assertThat(run.out()).contains("givre");
      assertThat(run.err()).isEmpty();
    }

    @Test
    void listsEveryCommandAndExitCode() {
      var commands =
          List.of(
              "demo", "serve", "import", "jobs", "tubes", "devices", "site", "audit", "world",
              "plan");
      assertThat(CommandRun.of("--help").out()).contains(commands).contains("7   the journal");
    }
  }

  @Nested
  class OfAWorld {
    @Test
    void isPrinted(@TempDir Path world) {
      var run = CommandRun.of("world", "export", "--world", world.toString());
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).isEqualTo("world " + world);
    }
  }
}
