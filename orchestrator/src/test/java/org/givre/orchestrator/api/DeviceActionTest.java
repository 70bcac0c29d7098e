package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.givre.orchestrator.api.RunningApi.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceActionTest {
  @TempDir static Path directory;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = RunningApi.start(directory);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static Reply act(String device, String type, String... headers) {
    var all = new ArrayList<>(List.of("Content-Type", "application/json"));
    all.addAll(List.of(headers));
    return api.send(
        "POST",
        "/v1/devices/" + device + "/actions",
        BodyPublishers.ofString("{\"type\":\"%s\",\"reason\":\"a test\"}".formatted(type)),
        all.toArray(String[]::new));
  }

  private static JsonNode device(String id) {
    return api.get("/v1/devices/" + id).json();
  }

  /** Whatever was done before. */
  private static void bringBack(String device) {
    act(device, "resume");
    act(device, "returnToService");
    assertThat(device(device).get("state").asText()).isEqualTo("AVAILABLE");
  }

  private static void isIn(String device, String state, String... allowed) {
    assertThat(device(device).get("state").asText()).isEqualTo(state);
    assertThat(device(device).get("actions")).extracting(JsonNode::asText).containsExactly(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"picker-1", "D2", "P1"})
  void leaveServiceAndComeBack(String device) {
    bringBack(device);
    isIn(device, "AVAILABLE", "pause", "drain");

    var reply = act(device, "pause", "X-Givre-Operator", " ada ");
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    var done = reply.json();
    assertThat(done.get("id").asText()).matches("[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(done.get("type").asText()).isEqualTo("pause");
    assertThat(done.get("state").asText()).isEqualTo("DONE");
    assertThat(done.get("reason").asText()).isEqualTo("a test");
    assertThat(done.get("device").asText()).isEqualTo(device);
    assertThat(done.get("by").asText()).isEqualTo("ada");
    assertThat(done.get("promisedAt").isNull()).isTrue();
    isIn(device, "PAUSED", "resume", "drain");
    assertThat(device(device).get("reason").asText()).isEqualTo("a test");
    assertThat(device(device).get("since").isTextual()).isTrue();

    assertThat(act(device, "drain").status()).isEqualTo(202);
    isIn(device, "OUT_OF_SERVICE", "returnToService");
    assertThat(act(device, "returnToService").status()).isEqualTo(202);
    isIn(device, "AVAILABLE", "pause", "drain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"picker-1", "D2", "P1"})
  void refuseWhatDoesNotGoWithTheirState(String device) {
    bringBack(device);
    act(device, "drain");
    for (var type : new String[] {"pause", "resume"}) {
      var reply = act(device, type);
      assertThat(reply.status()).isEqualTo(409);
      assertThat(reply.code()).isEqualTo("action-not-allowed");
      assertThat(reply.json().get("actions"))
          .extracting(JsonNode::asText)
          .containsExactly("returnToService");
      assertThat(reply.header("ETag")).isEqualTo(api.get("/v1/devices/" + device).header("ETag"));
    }
    bringBack(device);
    act(device, "pause");
    assertThat(act(device, "returnToService").code()).isEqualTo("action-not-allowed");
    bringBack(device);
  }

  @ParameterizedTest
  @ValueSource(strings = {"picker-1", "D2", "P1"})
  void doNotChangeWhenAnActionIsRepeated(String device) {
    bringBack(device);
    var first = act(device, "pause");
    var second = act(device, "pause");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.json().get("id")).isNotEqualTo(first.json().get("id"));
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    bringBack(device);
  }

  @Test
  void doNotKnowEveryAction() {
    for (var type : new String[] {"fly", "clearFault", "cancel"}) {
      var reply = act("D1", type);
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.code()).isEqualTo("action-not-supported");
      assertThat(reply.json().get("actions")).isNotEmpty();
    }
  }

  @Nested
  class WithIfMatch {
    private final String tag = api.get("/v1/devices/D1").header("ETag");

    @ParameterizedTest
    @ValueSource(strings = {"\"99\"", "W/%s", "99", "nonsense", "\"a\", W/%s", "\"0%s\"", ""})
    void refuseWhatWasMeantForAnotherRevision(String match) {
      var reply = act("D1", "pause", "If-Match", match.formatted(tag));

      assertThat(reply.status()).as(reply.text()).isEqualTo(412);
      assertThat(reply.code()).isEqualTo("revision-stale");
      assertThat(reply.header("ETag")).isEqualTo(tag);
      assertThat(device("D1").get("state").asText()).isEqualTo("AVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "*", "\"99\", %s", "W/\"1\",%s , \"x\""})
    void doWhatWasMeantForTheirs(String match) {
      assertThat(act("D1", "pause", "If-Match", match.formatted(tag)).status()).isEqualTo(202);
      bringBack("D1");
    }
  }

  @Test
  void thatAreSilentAreUnreachable() {
    var reply = act("picker-2", "pause");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo("device-unreachable");
    assertThat(reply.json().get("retryable").asBoolean()).isTrue();
  }
}
