package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.givre.devices.journal.Cause;
import org.givre.orchestrator.api.RunningApi.Reply;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobReport;
import org.givre.plans.store.JobId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class JobActionTest {
  private static final Instant PROMISE = Instant.parse("2100-01-01T00:00:00Z");

  @TempDir static Path directory;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = RunningApi.start(directory);
    api.imported("T1,S1,LCL,2,D1,D1-R01,1,A1", "T2,S2,LCL,1,D2,D2-R01,1,A1");
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  /** Every verb, with the arguments that it needs. */
  private enum Verb {
    RELEASE("release", ""),
    PAUSE("pause", ""),
    RESUME("resume", ""),
    CANCEL("cancel", ""),
    REPRIORITIZE("reprioritize", ",\"priority\":8"),
    REROUTE("reroute", ",\"avoid\":[\"D1\"]"),
    SKIP_ITEM("skipItem", ",\"item\":1"),
    RETRY_ITEM("retryItem", ",\"item\":1");

    private final String type;
    private final String arguments;

    Verb(String type, String arguments) {
      this.type = type;
      this.arguments = arguments;
    }

    Reply on(String job, String... headers) {
      return act(job, body(type, arguments), headers);
    }
  }

  private static String body(String type, String arguments) {
    return "{\"type\":\"%s\",\"reason\":\"a test\"%s}".formatted(type, arguments);
  }

  private static Reply act(String job, String body, String... headers) {
    var all = new ArrayList<>(List.of("Content-Type", "application/json"));
    all.addAll(List.of(headers));
    return api.send(
        "POST",
        "/v1/jobs/" + job + "/actions",
        BodyPublishers.ofString(body),
        all.toArray(String[]::new));
  }

  private static JsonNode look(String job) {
    return api.get("/v1/jobs/" + job).json();
  }

  private static String submitted(boolean hold) {
    return api.submitted(
        "{\"type\":\"retrieve\",\"hold\":%s,\"items\":[{\"tube\":\"T1\"},{\"tube\":\"T2\"}]}"
            .formatted(hold));
  }

  private static void tell(String job, JobReport report) {
    api.parts.jobs().job(new JobId(job)).tell(report);
  }

  private static Consumer<String> after(Verb verb) {
    return job -> assertThat(verb.on(job).status()).isEqualTo(202);
  }

  private static void lifting(String job) {
    tell(job, ScriptedDispatch.planned(1));
    tell(job, ScriptedDispatch.liftStarted("lift-" + job));
    api.dispatch.lifts(new JobId(job), "lift-" + job, PROMISE);
  }

  /** A job of two items that has come so far. */
  private static String jobThatIs(JobPhase phase) {
    var job = submitted(phase == JobPhase.ACCEPTED);
    switch (phase) {
      case ACCEPTED, QUEUED -> {}
      case PLANNED -> tell(job, ScriptedDispatch.planned(1));
      case RUNNING -> lifting(job);
      case PAUSING -> {
        lifting(job);
        after(Verb.PAUSE).accept(job);
      }
      case PAUSED -> after(Verb.PAUSE).accept(job);
      case CANCELLING -> {
        lifting(job);
        after(Verb.CANCEL).accept(job);
      }
      case CANCELLED -> after(Verb.CANCEL).accept(job);
      case COMPLETED, COMPLETED_WITH_EXCEPTIONS -> {
        tell(job, api.dispatch.delivered(new JobId(job)));
        tell(
            job,
            phase == JobPhase.COMPLETED ? secondDelivered(job) : ScriptedDispatch.gone(1, "T2"));
      }
      case FAILED -> {
        tell(job, ScriptedDispatch.gone(0, "T1"));
        tell(job, ScriptedDispatch.gone(1, "T2"));
      }
      case EXPIRED -> tell(job, ScriptedDispatch.expired());
    }
    while (!look(job).get("state").asText().equals(phase.name())) {
      Thread.onSpinWait();
    }
    return job;
  }

  private static JobReport secondDelivered(String job) {
    return api.dispatch.delivered(new JobId(job), 1, "T2");
  }

  static Stream<JobPhase> states() {
    return Arrays.stream(JobPhase.values());
  }

  private static boolean goes(Verb verb, JobPhase state) {
    if (state.terminal() || state == JobPhase.CANCELLING) {
      var ending = state == JobPhase.CANCELLED || state == JobPhase.CANCELLING;
      return ending && verb == Verb.CANCEL;
    }
    return state != JobPhase.ACCEPTED || (verb != Verb.PAUSE && verb != Verb.RESUME);
  }

  @ParameterizedTest
  @MethodSource("states")
  void allowEachVerbInItsStatesAndNoOther(JobPhase state) {
    for (var verb : Verb.values()) {
      var job = jobThatIs(state);
      var reply = verb.on(job);

      var what = "%s of a job that is %s: %s".formatted(verb.type, state, reply.text());
      assertThat(reply.status()).as(what).isEqualTo(goes(verb, state) ? 202 : 409);
      assertThat(reply.header("ETag")).as(what).isNotEmpty();
      if (reply.status() == 409) {
        assertThat(reply.code()).as(what).isEqualTo("action-not-allowed");
        assertThat(reply.json().get("actions")).as(what).isEqualTo(look(job).get("actions"));
      }
      assertThat(entries(job, verb.type)).as(what).hasSize(entriesToComeTo(state, verb) + 1);
    }
  }

  /** How often the verb was used to bring a job there. */
  private static int entriesToComeTo(JobPhase state, Verb verb) {
    return switch (state) {
      case PAUSING, PAUSED -> verb == Verb.PAUSE ? 1 : 0;
      case CANCELLING, CANCELLED -> verb == Verb.CANCEL ? 1 : 0;
      default -> 0;
    };
  }

  private static JsonNode entries(String job, String type) {
    api.settle();
    return api.get("/v1/audit?target=%s&type=%s".formatted(job, type)).json().get("entries");
  }

  @ParameterizedTest
  @MethodSource("states")
  void areNotChangedByARepeatedAction(JobPhase state) {
    for (var verb : Verb.values()) {
      if (goes(verb, state)) {
        var job = jobThatIs(state);
        verb.on(job);
        var settled = settledTag(job);

        var again = verb.on(job);

        assertThat(again.status()).as("%s again of %s", verb, state).isLessThan(500);
        assertThat(settledTag(job)).as("%s again of %s", verb, state).isEqualTo(settled);
      }
    }
  }

  /** Once a cancelled job has been told that nothing is under way for it. */
  private static String settledTag(String job) {
    while (look(job).get("state").asText().equals("CANCELLING")
        && look(job).get("promisedAt").isNull()) {
      Thread.onSpinWait();
    }
    return api.get("/v1/jobs/" + job).header("ETag");
  }

  @ParameterizedTest
  @MethodSource("states")
  void offerWhatWouldChangeThem(JobPhase state) {
    var job = jobThatIs(state);

    for (var allowed : look(job).get("actions")) {
      var verb =
          Arrays.stream(Verb.values()).filter(v -> v.type.equals(allowed.asText())).findFirst();
      assertThat(goes(verb.orElseThrow(), state)).as("%s of %s", allowed, state).isTrue();
    }
  }

  @Nested
  class Pausing {
    @Test
    void isPromisedAndWarmWhileSomethingIsUnderWay() {
      var job = jobThatIs(JobPhase.RUNNING);

      var reply = Verb.PAUSE.on(job, "X-Givre-Operator", "ada");

      var answer = reply.json();
      assertThat(answer.get("state").asText()).isEqualTo("ACCEPTED");
      assertThat(answer.get("promisedAt").asText()).isEqualTo(PROMISE.toString());
      assertThat(answer.get("job").asText()).isEqualTo(job);
      assertThat(answer.get("by").asText()).isEqualTo("ada");
      var pausing = look(job);
      assertThat(pausing.get("state").asText()).isEqualTo("PAUSING");
      assertThat(pausing.get("promisedAt").asText()).isEqualTo(PROMISE.toString());
      assertThat(pausing.at("/warm/0/rack").asText()).isEqualTo("D1-R01");
      assertThat(pausing.at("/warm/0/limitSeconds").asInt()).isEqualTo(120);
    }

    @Test
    void isDoneAtOnceWhereNothingIs() {
      var job = jobThatIs(JobPhase.PLANNED);

      assertThat(Verb.PAUSE.on(job).json().get("state").asText()).isEqualTo("DONE");
      assertThat(look(job).get("warm")).isEmpty();
    }
  }

  @Nested
  class WaitingForCompany {
    private String waiting() {
      var job = submitted(false);
      var wait =
          new CompanyWait(
              new TreeSet<>(List.of(1)),
              Optional.of(PROMISE),
              OptionalDouble.of(1_000),
              OptionalDouble.of(700));
      tell(job, new JobReport.ReportCompany(wait, Cause.policy("dispatch", job, "")));
      while (look(job).get("company").isNull()) {
        Thread.onSpinWait();
      }
      return job;
    }

    @Test
    void isShownWithItsLimitAndWhatItSaves() {
      var company = look(waiting()).get("company");
      assertThat(company.get("items").asInt()).isEqualTo(1);
      assertThat(company.get("until").asText()).isEqualTo(PROMISE.toString());
      assertThat(company.get("atOnceTubeSeconds").asDouble()).isEqualTo(1_000);
      assertThat(company.get("estimatedSavingTubeSeconds").asDouble()).isEqualTo(300);
      assertThat(company.get("savedTubeSeconds").isNull()).isTrue();
    }

    @Test
    void endsWithARelease() {
      var job = waiting();
      assertThat(look(job).get("actions")).extracting(JsonNode::asText).contains("release");
      assertThat(Verb.RELEASE.on(job).json().get("state").asText()).isEqualTo("DONE");
      var company = look(job).get("company");
      assertThat(company.get("items").asInt()).isZero();
      assertThat(company.get("until").isNull()).isTrue();
      assertThat(look(job).get("actions")).extracting(JsonNode::asText).doesNotContain("release");
      assertThat(entries(job, "release")).hasSize(1);
    }

    @Test
    void isAddedUpOnceItIsOver() {
      var job = waiting();
      tell(job, api.dispatch.delivered(new JobId(job)));
      tell(job, secondDelivered(job));
      while (look(job).get("company").get("savedTubeSeconds").isNull()) {
        Thread.onSpinWait();
      }
      var saved = 1_000 - look(job).at("/exposure/actualTubeSeconds").asDouble();
      assertThat(look(job).at("/company/savedTubeSeconds").asDouble()).isEqualTo(saved);
      api.settle();
      var site = api.get("/v1/site").json().get("company");
      assertThat(site.get("servedJobs").asInt()).isEqualTo(1);
      assertThat(site.get("savedTubeSeconds").asDouble()).isEqualTo(saved);
    }
  }

  @Nested
  class Rerouting {
    @Test
    void isShown() {
      var job = jobThatIs(JobPhase.QUEUED);

      var arguments = ",\"picker\":\"picker-1\",\"port\":\"P1\",\"avoid\":[\"D2\",\"picker-2\"]";
      var reply = act(job, body("reroute", arguments));

      assertThat(reply.status()).as(reply.text()).isEqualTo(202);
      assertThat(reply.json().get("arguments").toString())
          .isEqualTo("{\"avoid\":\"D2,picker-2\",\"picker\":\"picker-1\",\"port\":\"P1\"}");
      assertThat(look(job).get("route").toString())
          .isEqualTo("{\"picker\":\"picker-1\",\"port\":\"P1\",\"avoid\":[\"D2\",\"picker-2\"]}");
      assertThat(act(job, body("reroute", ",\"avoid\":[]")).status()).isEqualTo(202);
      assertThat(look(job).get("route").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "device-unknown   | 'picker':'picker-9'",
          "device-unknown   | 'picker':'D1'",
          "port-unknown     | 'port':'P9'",
          "device-unknown   | 'avoid':['D9']",
          "device-unknown   | 'avoid':['P1']",
          "route-impossible | 'picker':'picker-1','port':'P2'",
          "route-impossible | 'picker':'picker-1','avoid':['picker-1']",
          "route-impossible | 'avoid':['picker-1','picker-2']",
          "route-impossible | 'avoid':['D1','D2']",
          "route-impossible | 'port':'P1','avoid':['picker-1']",
          "route-impossible | 'port':'P2','avoid':['D1']"
        })
    void isRefusedAndRecordedWhereItCannotBe(String code, String arguments) {
      var job = jobThatIs(JobPhase.QUEUED);

      var reply = act(job, body("reroute", "," + arguments.replace('\'', '"')));

      assertThat(reply.status()).as(reply.text()).isEqualTo(422);
      assertThat(reply.code()).isEqualTo(code);
      assertThat(reply.json().get("detail").asText()).hasSizeGreaterThan(25);
      assertThat(reply.header("ETag")).isEqualTo("\"1\"");
      assertThat(entries(job, "reroute").at("/0/code").asText()).isEqualTo(code);
      assertThat(look(job).get("route").isNull()).isTrue();
    }
  }

  @Test
  void showTheirPriorityOfNow() {
    var job = jobThatIs(JobPhase.QUEUED);

    act(job, body("reprioritize", ",\"priority\":9"));

    assertThat(look(job).get("priority").asInt()).isEqualTo(9);
    api.settle();
    assertThat(api.get("/v1/jobs?limit=1").json().at("/jobs/0/priority").asInt()).isEqualTo(9);
  }

  @Test
  void knowTheirItems() {
    var job = jobThatIs(JobPhase.QUEUED);

    assertThat(act(job, body("skipItem", ",\"item\":2")).code()).isEqualTo("item-unknown");
    assertThat(Verb.SKIP_ITEM.on(job).json().get("state").asText()).isEqualTo("DONE");
    assertThat(look(job).at("/items/1/state").asText()).isEqualTo("SKIPPED");
    assertThat(look(job).at("/items/1/reason").asText()).isEqualTo("a test");
    assertThat(Verb.RETRY_ITEM.on(job).status()).isEqualTo(202);
    tell(job, api.dispatch.delivered(new JobId(job)));
    assertThat(act(job, body("skipItem", ",\"item\":0")).code()).isEqualTo("item-over");
    assertThat(act(job, body("retryItem", ",\"item\":0")).code()).isEqualTo("item-over");
  }

  @Test
  void showThatAnItemIsNotWantedWhileItsLiftIsUnderWay() {
    var job = jobThatIs(JobPhase.RUNNING);

    var reply = act(job, body("skipItem", ",\"item\":0"));

    assertThat(reply.json().get("state").asText()).isEqualTo("ACCEPTED");
    assertThat(look(job).at("/items/0/unwanted").asBoolean()).isTrue();
  }

  @Test
  void tellNobodyWhenTheyWillBeReadyOnceTheyAreOver() {
    var job = jobThatIs(JobPhase.RUNNING);
    assertThat(look(job).at("/eta/p50").asText()).startsWith("2100-01-01");
    tell(job, ScriptedDispatch.gone(0, "T1"));
    tell(job, ScriptedDispatch.gone(1, "T2"));
    tell(job, api.dispatch.ended("lift-" + job));
    while (!look(job).get("state").asText().equals("FAILED")) {
      Thread.onSpinWait();
    }

    assertThat(look(job).get("eta").isNull()).isTrue();
    assertThat(look(job).get("attention").asText()).isEqualTo("EXCEPTIONS");
  }

  @Nested
  class AreReadStrictly {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "field-missing  | /reason   | {'type':'pause'}",
          "field-missing  | /reason   | {'type':'pause','reason':''}",
          "field-missing  | /reason   | {'type':'pause','reason':' \\t '}",
          "type-wrong     | /reason   | {'type':'pause','reason':7}",
          "field-missing  | /type     | {'reason':'x'}",
          "out-of-range   | /type     | {'reason':'x','type':'LONG'}",
          "field-unknown  | /priority | {'type':'pause','reason':'x','priority':5}",
          "field-missing  | /priority | {'type':'reprioritize','reason':'x'}",
          "out-of-range   | /priority | {'type':'reprioritize','reason':'x','priority':10}",
          "type-wrong     | /priority | {'type':'reprioritize','reason':'x','priority':'5'}",
          "field-missing  | /item     | {'type':'skipItem','reason':'x'}",
          "out-of-range   | /item     | {'type':'retryItem','reason':'x','item':-1}",
          "value-malformed| /picker   | {'type':'reroute','reason':'x','picker':'a b'}",
          "type-wrong     | /avoid    | {'type':'reroute','reason':'x','avoid':'D1'}",
          "field-missing  | /avoid/0  | {'type':'reroute','reason':'x','avoid':[null]}"
        })
    void andLeaveNoTraceWhereMalformed(String code, String pointer, String body) {
      var job = jobThatIs(JobPhase.QUEUED);

      var reply = act(job, body.replace('\'', '"').replace("LONG", "x".repeat(65)));

      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo(code);
      assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
      api.settle();
      assertThat(api.get("/v1/audit?target=" + job).json().get("entries")).isEmpty();
    }

    @Test
    void butForTypesThatNobodyKnows() {
      var job = jobThatIs(JobPhase.QUEUED);

      for (var type : List.of("approve", "resolve", "fly")) {
        var reply = act(job, body(type, ",\"option\":\"x\""));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("action-not-supported");
        assertThat(reply.json().get("actions")).isNotEmpty();
        assertThat(entries(job, type)).hasSize(1);
      }
    }

    @Test
    void withAReasonOfUpToAThousandCharacters() {
      var job = jobThatIs(JobPhase.QUEUED);
      var body = "{\"type\":\"reroute\",\"reason\":\"%s\"}";

      assertThat(act(job, body.formatted("r".repeat(1_000))).status()).isEqualTo(202);
      assertThat(act(job, body.formatted("r".repeat(1_001))).code()).isEqualTo("out-of-range");
    }
  }

  @Nested
  class WithIfMatch {
    @Test
    void areDoneAtThatRevisionAlone() {
      var job = jobThatIs(JobPhase.QUEUED);

      var stale = Verb.PAUSE.on(job, "If-Match", "\"7\"");
      assertThat(stale.status()).isEqualTo(412);
      assertThat(stale.code()).isEqualTo("revision-stale");
      assertThat(stale.header("ETag")).isEqualTo("\"1\"");
      assertThat(look(job).get("state").asText()).isEqualTo("QUEUED");
      assertThat(entries(job, "pause").at("/0/code").asText()).isEqualTo("revision-stale");
      var fresh = Verb.PAUSE.on(job, "If-Match", "\"7\", \"1\"");
      assertThat(fresh.status()).isEqualTo(202);
      assertThat(fresh.header("ETag"))
          .isEqualTo(api.get("/v1/jobs/" + job).header("ETag"))
          .isEqualTo("\"2\"");
    }
  }

  @Test
  void areNotThereForJobsThatAreNot() {
    var reply = act("01J00000000000000000000000", body("pause", ""));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("job-not-found");
  }
}
