package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import akka.stream.javadsl.Sink;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.givre.devices.picker.PickerEvent.EpochStarted;
import org.givre.orchestrator.api.RunningApi.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Previews over HTTP. Whatever is asked, nothing is written and nobody hears of it. */
class PreviewApiTest {
  private static final String FIRST = "{\"type\":\"retrieve\",\"items\":[{\"tube\":\"T1\"}]}";
  private static final String SECOND = "{\"type\":\"retrieve\",\"items\":[{\"tube\":\"T2\"}]}";

  @TempDir static Path directory;
  private static RunningApi api;
  private long offset;

  @BeforeAll
  static void start() {
    api = RunningApi.start(directory);
    api.imported("T1,S1,LCL,2,D1,D1-R01,1,A1", "T2,S2,LCL,1,D2,D2-R01,2,A1");
    awaitPicker();
  }

  /** It journals that it has started, at a time of its own. */
  private static void awaitPicker() {
    api.parts
        .feed()
        .after(0)
        .filter(event -> event.recorded().event() instanceof EpochStarted)
        .runWith(Sink.head(), api.parts.system())
        .toCompletableFuture()
        .join();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void noteTheJournalsEnd() {
    api.settle();
    offset = api.view.appliedOffset();
  }

  @AfterEach
  void nothingWasWritten() {
    api.previewsBusy = false;
    api.settle();
    assertThat(api.view.appliedOffset()).isEqualTo(offset);
    assertThat(api.view.jobs().count()).isZero();
  }

  private static Reply preview(String body) {
    return api.postJson("/v1/plans:preview", body);
  }

  private static JsonNode shown(String body) {
    var reply = preview(body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  @Test
  void showThePlanThatAJobWouldGet() {
    var preview = shown(FIRST);

    assertThat(preview.get("valid").asBoolean()).isTrue();
    assertThat(preview.get("exposureTubeSeconds").asDouble())
        .isPositive()
        .isGreaterThanOrEqualTo(preview.get("lowerBoundTubeSeconds").asDouble());
    assertThat(preview.get("fifoTubeSeconds").asDouble()).isPositive();
    assertThat(preview.get("steps"))
        .extracting(step -> step.get("op").asText())
        .containsExactly("lift", "unload");
    var id = preview.at("/previewed/0").asText();
    assertThat(preview.at("/steps/0/picks/0/job").asText()).isEqualTo(id);
    assertThat(preview.at("/tubes/0/tube").asText()).isEqualTo("T1");
    assertThat(preview.at("/tubes/0/exposureTubeSeconds").asDouble()).isPositive();
    assertThat(preview.get("blockers")).isEmpty();
    assertThat(preview.get("delays")).isEmpty();
    assertThat(api.get("/v1/jobs/" + id).status()).isEqualTo(404);
  }

  @Test
  void showWhatADeviceIsNeededFor() {
    var preview = shown("{\"jobs\":[%s,%s],\"without\":[\"D2\"]}".formatted(FIRST, SECOND));

    assertThat(preview.get("steps"))
        .extracting(step -> step.path("dewar").asText())
        .contains("D1")
        .doesNotContain("D2");
    assertThat(preview.get("blockers")).hasSize(1);
    assertThat(preview.at("/blockers/0/code").asText()).isEqualTo("dewar-out-of-service");
    assertThat(preview.at("/blockers/0/job")).isEqualTo(preview.at("/previewed/1"));
  }

  @Test
  void promiseNoDeliveryOfAJobThatLacksATube() {
    var both = "{\"type\":\"retrieve\",\"items\":[{\"tube\":\"T1\"},{\"tube\":\"T2\"}]}";
    var whole = shown("{\"jobs\":[%s]}".formatted(both));
    var without = shown("{\"jobs\":[%s],\"without\":[\"D2\"]}".formatted(both));

    assertThat(whole.at("/deliveries/0/after").isTextual()).isTrue();
    assertThat(without.get("steps")).isNotEmpty();
    assertThat(without.at("/deliveries/0/after").isNull()).isTrue();
  }

  @Test
  void mayAddNoJobAtAll() {
    for (var body : new String[] {"{\"jobs\":[],\"without\":[\"D1\"]}", "{\"without\":[\"D1\"]}"}) {
      var preview = shown(body);
      assertThat(preview.get("valid").asBoolean()).isTrue();
      assertThat(preview.get("steps")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | type-wrong         | []",
        "400 | field-missing      | {}",
        "400 | field-unknown      | {'jobs':[],'with':['D1']}",
        "400 | type-wrong         | {'jobs':7}",
        "400 | type-wrong         | {'without':'D1'}",
        "422 | device-unknown     | {'without':['D9']}",
        "422 | type-not-supported | {'jobs':[{'type':'store','items':[]}]}",
        "422 | tube-unknown       | {'type':'retrieve','items':[{'tube':'X'}]}",
        "422 | port-unknown       | {'type':'retrieve','items':[{'tube':'T1'}],'output':{'port':'P9'}}",
        "422 | deadline-passed    | {'type':'retrieve','items':[{'tube':'T1'}],'deadlineAt':'2001-01-01T00:00:00Z'}"
      })
  void areRefusedLikeSubmissions(int status, String code, String body) {
    var reply = preview(body.replace('\'', '"'));

    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
  }

  @Test
  void mustWaitTheirTurn() {
    api.previewsBusy = true;
    var reply = preview(FIRST);

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.code()).isEqualTo("previews-busy");
    assertThat(reply.response().headers().allValues("Retry-After")).hasSize(1);
    assertThat(reply.json().get("retryable").asBoolean()).isTrue();
  }
}
