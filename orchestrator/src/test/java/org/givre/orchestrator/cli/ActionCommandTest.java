package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.givre.orchestrator.cli.AnsweringServer.Answer;
import org.givre.orchestrator.cli.AnsweringServer.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionCommandTest {
  private static final String ACCEPTED =
      "{\"id\":\"01A\",\"type\":\"pause\",\"state\":\"ACCEPTED\",\"promisedAt\":\"2026-11-24T10:00:00Z\"}";
  private static final String STALE =
      "{\"code\":\"revision-stale\",\"detail\":\"It is at revision 8.\"}";

  private static CommandRun run(AnsweringServer server, String command) {
    return CommandRun.of((command + " --url " + server.url()).split(" "));
  }

  private static Answer looked(String state, int revision) {
    return new Answer(200, "{\"state\":\"%s\"}".formatted(state), "\"" + revision + "\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs release 01J | /v1/jobs/01J | {'type':'release','reason':'tired'}",
        "jobs pause 01J | /v1/jobs/01J | {'type':'pause','reason':'tired'}",
        "jobs resume 01J | /v1/jobs/01J | {'type':'resume','reason':'tired'}",
        "jobs cancel 01J | /v1/jobs/01J | {'type':'cancel','reason':'tired'}",
        "jobs reprioritize 01J --priority 9 | /v1/jobs/01J | {'type':'reprioritize','reason':'tired','priority':9}",
        "jobs reroute 01J --picker picker-2 --port P1 --avoid D1,D2 | /v1/jobs/01J | {'type':'reroute','reason':'tired','picker':'picker-2','port':'P1','avoid':['D1','D2']}",
        "jobs reroute 01J | /v1/jobs/01J | {'type':'reroute','reason':'tired'}",
        "jobs skip-item 01J 7 | /v1/jobs/01J | {'type':'skipItem','reason':'tired','item':7}",
        "jobs retry-item 01J 0 | /v1/jobs/01J | {'type':'retryItem','reason':'tired','item':0}",
        "devices pause D1 | /v1/devices/D1 | {'type':'pause','reason':'tired'}",
        "devices resume D1 | /v1/devices/D1 | {'type':'resume','reason':'tired'}",
        "devices drain picker-2 | /v1/devices/picker-2 | {'type':'drain','reason':'tired'}",
        "devices return-to-service P1 | /v1/devices/P1 | {'type':'returnToService','reason':'tired'}",
        "site hold | /v1/site | {'type':'holdAll','reason':'tired'}",
        "site release | /v1/site | {'type':'release','reason':'tired'}"
      })
  void looksAndActsOnWhatItHasSeen(String command, String target, String body) {
    try (var server =
        AnsweringServer.by(
            request ->
                request.line().startsWith("GET ")
                    ? looked("RUNNING", 7)
                    : new Answer(202, ACCEPTED))) {
      var run = run(server, command + " --reason tired");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("ACCEPTED, by 2026-11-24T10:00:00Z");
      assertThat(server.requests()).containsExactly("GET " + target, "POST " + target + "/actions");
      var posted = server.all().get(1);
      assertThat(posted.body()).isEqualTo(body.replace('\'', '"'));
      assertThat(posted.header("If-Match")).isEqualTo("\"7\"");
      assertThat(posted.header("X-Givre-Operator")).isEqualTo("ada");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jobs pause 01J",
        "jobs pause --reason x",
        "jobs reprioritize 01J --reason x",
        "jobs skip-item 01J --reason x",
        "devices drain D1",
        "site hold"
      })
  void needsAReasonAndItsArguments(String command) {
    assertThat(CommandRun.of(command.split(" ")).exitCode()).isEqualTo(2);
  }

  /** Answers one after the other. */
  private static AnsweringServer answering(Answer... answers) {
    Queue<Answer> left = new ArrayDeque<>(List.of(answers));
    return AnsweringServer.by(request -> left.remove());
  }

  @Test
  void looksAgainWhereOnlyTheRevisionHasChanged() {
    try (var server =
        answering(
            looked("RUNNING", 7),
            new Answer(412, STALE),
            looked("RUNNING", 8),
            new Answer(202, ACCEPTED))) {
      assertThat(run(server, "jobs pause 01J --reason tired").exitCode()).isZero();
      assertThat(server.all()).extracting(r -> r.header("If-Match")).endsWith("\"8\"");
    }
  }

  @Test
  void leavesItWhereTheStateHasChanged() {
    try (var server =
        answering(looked("RUNNING", 7), new Answer(412, STALE), looked("COMPLETED", 9))) {
      var run = run(server, "jobs pause 01J --reason tired");
      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.err()).contains("It is at revision 8.", "[revision-stale]");
    }
  }

  @Test
  void tellsWhatIsAllowedInstead() {
    var refusal =
        "{\"code\":\"action-not-allowed\",\"detail\":\"It is over.\",\"actions\":[\"cancel\"]}";
    try (var server =
        answering(looked("PAUSED", 7), new Answer(409, refusal), looked("PAUSED", 7))) {
      var run = run(server, "jobs pause 01J --reason tired");
      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.err()).contains("allowed now: cancel");
    }
  }

  @Test
  void printsTheAnswerAsItIs() {
    try (var server = answering(looked("RUNNING", 7), new Answer(202, ACCEPTED))) {
      var run = run(server, "jobs pause 01J --reason tired --json");
      assertThat(run.out()).isEqualToIgnoringNewLines(ACCEPTED);
      assertThat(server.all()).map(Request::line).hasSize(2);
    }
  }
}
