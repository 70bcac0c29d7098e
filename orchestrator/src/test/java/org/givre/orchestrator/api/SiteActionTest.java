package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.givre.orchestrator.api.RunningApi.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteActionTest {
  private static final String JOB =
      "{\"type\":\"retrieve\",\"hold\":true,\"items\":[{\"tube\":\"T1\"}]}";

  @TempDir static Path directory;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = RunningApi.start(directory);
    api.imported("T1,S1,LCL,2,D1,D1-R01,1,A1");
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @AfterEach
  void goOn() {
    act("release");
  }

  private static Reply act(String type, String... headers) {
    var all = new ArrayList<>(List.of("Content-Type", "application/json"));
    all.addAll(List.of(headers));
    return api.send(
        "POST",
        "/v1/site/actions",
        BodyPublishers.ofString("{\"type\":\"%s\",\"reason\":\"a fire drill\"}".formatted(type)),
        all.toArray(String[]::new));
  }

  private static Reply submitted(String key) {
    return api.send(
        "POST",
        "/v1/jobs",
        BodyPublishers.ofString(JOB),
        "Content-Type",
        "application/json",
        "Idempotency-Key",
        key);
  }

  @Test
  void holdsEverythingAndLetsItGo() {
    var reply = act("holdAll", "X-Givre-Operator", "ada");

    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    assertThat(reply.json().get("state").asText()).isEqualTo("DONE");
    assertThat(reply.json().get("site").asText()).isEqualTo("main");
    assertThat(reply.json().get("by").asText()).isEqualTo("ada");
    var site = api.get("/v1/site");
    assertThat(site.header("ETag")).isEqualTo(reply.header("ETag")).isNotEmpty();
    assertThat(site.json().at("/hold/held").asBoolean()).isTrue();
    assertThat(site.json().at("/hold/atRest").asBoolean()).isTrue();
    assertThat(site.json().at("/hold/reason").asText()).isEqualTo("a fire drill");
    assertThat(site.json().at("/hold/since").isTextual()).isTrue();
    assertThat(site.json().get("actions")).extracting(JsonNode::asText).containsExactly("release");

    assertThat(act("release").status()).isEqualTo(202);
    assertThat(api.get("/v1/site").json().at("/hold/held").asBoolean()).isFalse();
  }

  @Test
  void isNotChangedByARepeatedAction() {
    var first = act("holdAll");
    var second = act("holdAll");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
  }

  @Test
  void refusesAStaleRevisionAndWhatItDoesNotKnow() {
    var stale = act("holdAll", "If-Match", "\"999\"");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("revision-stale");
    assertThat(stale.header("ETag")).isEqualTo(api.get("/v1/site").header("ETag"));
    var unknown = act("pause");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().get("detail").asText()).contains("holdAll");
    api.settle();
    assertThat(api.get("/v1/audit?target=site&outcome=REFUSED").json().get("entries"))
        .extracting(entry -> entry.get("code").asText())
        .containsExactly("revision-stale", "action-not-supported");
  }

  @Test
  void takesNoNewJobsWhileItIsHeldButAnswersForThoseItHas() {
    var before = submitted("site-1");
    assertThat(before.status()).isEqualTo(202);
    act("holdAll");

    var refused = submitted("site-2");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("store-held");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(refused.json().get("detail").asText()).contains("a fire drill");
    var again = submitted("site-1");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(api.postJson("/v1/jobs?dryRun=true", JOB).status()).isEqualTo(200);
    act("release");
    assertThat(submitted("site-2").status()).isEqualTo(202);
  }
}
