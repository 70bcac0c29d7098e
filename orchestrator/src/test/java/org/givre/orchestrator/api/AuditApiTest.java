package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditApiTest {
  @TempDir static Path directory;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = RunningApi.start(directory);
    act("D1", "pause", "frost on the lid");
    act("D1", "returnToService", "no\nfrost \\ left");
    act("P1", "fly", "to the moon");
    act("D1", "resume", "cleaned");
    act("D2", "pause", " ");
    api.settle();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static void act(String device, String type, String reason) {
    var body = api.body().put("type", type).put("reason", reason);
    api.send(
        "POST",
        "/v1/devices/" + device + "/actions",
        BodyPublishers.ofString(body.toString()),
        "Content-Type",
        "application/json",
        "X-Givre-Operator",
        "ada");
  }

  private static List<String> listed(String query) {
    var texts = new ArrayList<String>();
    api.get("/v1/audit" + query).json().get("entries").forEach(entry -> texts.add(text(entry)));
    return texts;
  }

  private static String text(JsonNode entry) {
    return "%s %s %s %s"
        .formatted(
            entry.at("/target/id").asText(),
            entry.get("type").asText(),
            entry.get("outcome").asText(),
            entry.get("code").asText());
  }

  @Test
  void hasOneEntryForEachActionThatWasWellFormed() {
    assertThat(listed(""))
        .containsExactly(
            "D1 pause ACCEPTED null",
            "D1 returnToService REFUSED action-not-allowed",
            "P1 fly REFUSED action-not-supported",
            "D1 resume ACCEPTED null");
  }

  @Test
  void saysWhoAndWhy() {
    var entry = api.get("/v1/audit").json().at("/entries/0");

    assertThat(entry.get("who").asText()).isEqualTo("ada");
    assertThat(entry.get("reason").asText()).isEqualTo("frost on the lid");
    assertThat(entry.at("/target/kind").asText()).isEqualTo("dewar");
    assertThat(entry.get("offset").asLong()).isPositive();
    assertThat(entry.get("at").isTextual() && entry.get("wallTime").isTextual()).isTrue();
    assertThat(entry.get("arguments")).isEmpty();
  }

  @Test
  void isChainedToItsHead() {
    var audit = api.get("/v1/audit").json();

    var previous = "0".repeat(64);
    for (var entry : audit.get("entries")) {
      assertThat(entry.get("previousHash").asText()).isEqualTo(previous);
      previous = entry.get("hash").asText();
    }
    assertThat(audit.get("head").asText()).isEqualTo(previous);
  }

  @Test
  void isFiltered() {
    assertThat(listed("?target=P1")).containsExactly("P1 fly REFUSED action-not-supported");
    assertThat(listed("?target=port,dewar&type=fly,resume")).hasSize(2);
    assertThat(listed("?outcome=REFUSED&target=D1")).hasSize(1);
    assertThat(listed("?outcome=ACCEPTED")).hasSize(2);
    assertThat(listed("?target=D9")).isEmpty();
    assertThat(api.get("/v1/audit?outcome=MAYBE").code()).isEqualTo("parameter-malformed");
    assertThat(api.get("/v1/audit?actor=me").code()).isEqualTo("parameter-unknown");
    assertThat(api.get("/v1/audit?cursor=!").code()).isEqualTo("cursor-malformed");
  }

  @Test
  void comesPageByPage() {
    var seen = new ArrayList<String>();
    for (var next = "/v1/audit?limit=1&target=D1"; !next.isEmpty(); ) {
      var reply = api.get(next);
      reply.json().get("entries").forEach(entry -> seen.add(entry.get("type").asText()));
      var link = reply.header("Link");
      next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
    }
    assertThat(seen).containsExactly("pause", "returnToService", "resume");
  }
}
