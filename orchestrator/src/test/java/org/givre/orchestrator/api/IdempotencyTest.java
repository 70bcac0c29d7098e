package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.givre.orchestrator.api.RunningApi.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {
  private static final String JSON = "application/json";
  private static final String JOB =
      "{\"type\":\"retrieve\",\"hold\":true,\"items\":[{\"tube\":\"T1\"}]}";

  @TempDir Path directory;
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start(directory);
    api.imported("T1,S1,LCL,2,D1,D1-R01,1,A1", "T2,S2,LCL,1,D2,D2-R01,1,A1");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Reply submit(String path, String type, String body, String... keys) {
    var headers = IntStream.range(0, 2 + 2 * keys.length).mapToObj(i -> "Idempotency-Key");
    var all = headers.toArray(String[]::new);
    all[0] = "Content-Type";
    all[1] = type;
    for (int i = 0; i < keys.length; i++) {
      all[3 + 2 * i] = keys[i];
    }
    return api.send("POST", path, BodyPublishers.ofString(body), all);
  }

  private static void isReplayOf(Reply first, Reply again) {
    assertThat(first.status()).as(first.text()).isEqualTo(202);
    assertThat(again.status()).as(again.text()).isEqualTo(202);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
  }

  private int jobs() {
    api.settle();
    return api.view.jobs().count();
  }

  @Test
  void answersARepeatedSubmissionWithTheFirstAnswer() {
    var first = submit("/v1/jobs", JSON, JOB, "k 1");

    isReplayOf(first, submit("/v1/jobs", JSON, JOB, "k 1"));
    api.settle();
    isReplayOf(first, submit("/v1/jobs", JSON, JOB, "k 1"));
    assertThat(jobs()).isEqualTo(1);
  }

  @Test
  void answersWithTheFirstAnswerWhateverHasBecomeOfTheJob() {
    var first = submit("/v1/jobs", JSON, JOB, "k");
    var id = first.json().get("id").asText();
    api.postJson("/v1/jobs/" + id + "/actions", "{\"type\":\"cancel\",\"reason\":\"no\"}");

    isReplayOf(first, submit("/v1/jobs", JSON, JOB, "k"));
  }

  @Test
  void knowsItsKeysAfterARestart() {
    var first = submit("/v1/jobs", JSON, JOB, "k");
    var list = submit("/v1/jobs?hold=true", "text/csv", "tube_barcode\nT2\n", "l");
    api.close();
    start();

    isReplayOf(first, submit("/v1/jobs", JSON, JOB, "k"));
    isReplayOf(list, submit("/v1/jobs?hold=true", "text/csv", "tube_barcode\nT2\n", "l"));
    assertThat(submit("/v1/jobs", JSON, JOB.replace("T1", "T2"), "k").code())
        .isEqualTo("idempotency-key-reused");
    assertThat(jobs()).isEqualTo(2);
  }

  @Test
  void takesTheSameJsonInAnotherOrderForTheSame() {
    var first = submit("/v1/jobs", JSON, JOB, "k");

    var other = "{ \"items\": [ {\"tube\":\"T1\"} ],\n \"hold\": true, \"type\":\"retrieve\" }";
    isReplayOf(first, submit("/v1/jobs", JSON, other, "k"));
  }

  @Test
  void refusesAKeyThatCameWithSomethingElse() {
    submit("/v1/jobs", JSON, JOB, "k");

    for (var body : List.of(JOB.replace("T1", "T2"), JOB.replace("}]", "},{\"tube\":\"T2\"}]"))) {
      var reply = submit("/v1/jobs", JSON, body, "k");
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.code()).isEqualTo("idempotency-key-reused");
    }
    submit("/v1/jobs?hold=true", "text/csv", "tube_barcode\nT2\n", "l");
    assertThat(submit("/v1/jobs", "text/csv", "tube_barcode\nT2\n", "l").code())
        .isEqualTo("idempotency-key-reused");
    assertThat(jobs()).isEqualTo(2);
  }

  @Test
  void makesOneJobOfManyAtOnce() {
    var replies =
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> submit("/v1/jobs", JSON, JOB, "k")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(replies).extracting(Reply::status).containsOnly(202);
    assertThat(replies).extracting(Reply::text).containsOnly(replies.get(0).text());
    assertThat(replies)
        .filteredOn(reply -> reply.header("Idempotent-Replayed").isEmpty())
        .hasSize(1);
    assertThat(jobs()).isEqualTo(1);
  }

  @Test
  void saysAgainWhichRowsWereLeftOut() {
    var list = "tube_barcode\nT1\nX1\nT 2\nT1\nT2\n";
    var first = submit("/v1/jobs?mode=valid-rows&hold=true", "text/csv", list, "k");
    assertThat(first.json().get("skipped"))
        .extracting(row -> row.get("row").asInt() + " " + row.get("code").asText())
        .containsExactly("3 tube-unknown", "4 barcode-malformed", "5 tube-twice");

    isReplayOf(first, submit("/v1/jobs?mode=valid-rows&hold=true", "text/csv", list, "k"));
  }

  @Test
  void forgetsAKeyThatCameWithARefusal() {
    assertThat(submit("/v1/jobs", JSON, JOB.replace("T1", "X"), "k").status()).isEqualTo(422);

    var reply = submit("/v1/jobs", JSON, JOB, "k");
    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.header("Idempotent-Replayed")).isEmpty();
  }

  @Test
  void passesOverTheKeyOfADryRun() {
    submit("/v1/jobs", JSON, JOB, "k");

    assertThat(submit("/v1/jobs?dryRun=true", JSON, JOB, "k").status()).isEqualTo(200);
    assertThat(submit("/v1/jobs?dryRun=true", JSON, JOB, "x".repeat(256)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "LONG"})
  void refusesAKeyThatIsNone(String key) {
    var reply = submit("/v1/jobs", JSON, JOB, key.replace("LONG", "x".repeat(256)));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("idempotency-key-malformed");
    assertThat(jobs()).isZero();
  }

  @Test
  void refusesTwoKeys() {
    assertThat(submit("/v1/jobs", JSON, JOB, "a", "b").code())
        .isEqualTo("idempotency-key-malformed");
    assertThat(submit("/v1/jobs", JSON, JOB, "x".repeat(255)).status()).isEqualTo(202);
  }

  @Test
  void letsAJobNameTheOneThatItRepeats() {
    var first = submit("/v1/jobs", JSON, JOB).json().get("id").asText();

    var again = submit("/v1/jobs", JSON, JOB.replace("}]", "}],\"retryOf\":\"" + first + "\""));
    assertThat(again.status()).as(again.text()).isEqualTo(202);
    assertThat(again.json().get("retryOf").asText()).isEqualTo(first);
    var list = "/v1/jobs?hold=true&retryOf=";
    assertThat(submit(list + first, "text/csv", "tube_barcode\nT2\n").status()).isEqualTo(202);
    assertThat(submit(list + "X", "text/csv", "tube_barcode\nT2\n").code())
        .isEqualTo("job-unknown");
  }
}
