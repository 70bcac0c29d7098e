package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.givre.devices.journal.Cause;
import org.givre.orchestrator.api.RunningApi.Reply;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.JobReport;
import org.givre.plans.store.JobId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations over HTTP where no plan is: why jobs wait all the same, and what is refused. */
class ExplanationApiTest {
  @TempDir static Path directory;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = RunningApi.start(directory);
    api.imported("T1,S1,LCL,2,D1,D1-R01,1,A1", "T2,S2,LCL,1,D2,D2-R01,2,A1");
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @AfterEach
  void notBusy() {
    api.explanationsBusy = false;
  }

  private static String job(String tube, boolean hold) {
    return api.submitted(
        "{\"type\":\"retrieve\",\"hold\":%s,\"items\":[{\"tube\":\"%s\"}]}".formatted(hold, tube));
  }

  private static Reply explained(String job, String question) {
    return api.get("/v1/jobs/%s/plan?explain=%s".formatted(job, question));
  }

  @Test
  void sayWhatAHeldJobWaitsFor() {
    var reply = explained(job("T1", true), "wait");

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().at("/why/0").asText())
        .isEqualTo("It is held until somebody releases it.");
    assertThat(reply.json().get("planVersion").asLong()).isZero();
    assertThat(reply.json().get("blockers")).isEmpty();
  }

  @Test
  void sayThatAJobHasNoPlace() {
    var why = explained(job("T1", false), "wait").json().at("/why/0").asText();

    assertThat(why).isEqualTo("It has no place in plan 0.");
  }

  @ParameterizedTest
  @CsvSource({"700, -300.0", "1000, +0.0", "1200, +200.0"})
  void sayUntilWhenAJobWaitsForCompanyAndWhatThatSaves(double together, String change) {
    var job = job("T1", false);
    var cause = Cause.policy("dispatch", job, "");
    var until = Instant.parse("2100-01-01T00:00:00Z");
    var wait =
        new CompanyWait(
            new TreeSet<>(List.of(0)),
            Optional.of(until),
            OptionalDouble.of(1_000),
            OptionalDouble.of(together));
    var blocker = new Blocker("waits-for-company", "", Optional.empty(), Instant.EPOCH, "");
    var actor = api.parts.jobs().job(new JobId(job));
    actor.tell(new JobReport.ReportBlocked(List.of(blocker), cause));
    actor.tell(new JobReport.ReportCompany(wait, cause));

    assertThat(explained(job, "wait").json().at("/why/0").asText())
        .isEqualTo(
            "1 of its 1 items wait for others that need the same racks, until 2100-01-01T00:00:00Z"
                + " at the latest: %s tube-seconds if everything that waits went together.",
            change);
  }

  @Test
  void areRefusedWithoutAPlan() {
    var job = job("T1", false);

    for (var question : new String[] {"item:0", "order:D1-R01,D1-R02", "lift:0", "all"}) {
      var reply = explained(job, question);
      assertThat(reply.status()).isEqualTo(409);
      assertThat(reply.code()).isEqualTo("plan-not-at-hand");
      assertThat(reply.json().get("retryable").asBoolean()).isTrue();
    }
  }

  @Test
  void areRefusedOfWhatIsOver() {
    var job = job("T1", false);
    api.parts.jobs().job(new JobId(job)).tell(api.dispatch.delivered(new JobId(job)));
    api.settle();

    var over = explained(job, "item:0");

    assertThat(over.status()).as(over.text()).isEqualTo(409);
    assertThat(over.code()).isEqualTo("plan-overtaken");
    assertThat(over.json().get("detail").asText()).contains("DELIVERED");
    assertThat(explained(job, "wait").json().at("/why/0").asText())
        .isEqualTo("It is COMPLETED and waits for nothing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"why", "item:one", "order:D1-R01", "lift:"})
  void areRefusedToWhatIsNoQuestion(String question) {
    var reply = explained(job("T2", true), question);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("parameter-malformed");
    assertThat(reply.json().get("detail").asText()).contains("order:D1-R01,D1-R03");
    assertThat(reply.json().at("/errors/0/parameter").asText()).isEqualTo("explain");
  }

  @Test
  void areRefusedOfWhatDoesNotExist() {
    assertThat(explained("01ARYZ6S410000000000000000", "wait").code()).isEqualTo("job-not-found");
    var item = explained(job("T2", true), "item:1");
    assertThat(item.status()).isEqualTo(422);
    assertThat(item.code()).isEqualTo("item-unknown");
  }

  @Test
  void waitForNobodyWhereTooManyAsk() {
    api.explanationsBusy = true;

    var reply = explained(job("T2", true), "wait");

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.code()).isEqualTo("explanations-busy");
    assertThat(reply.response().headers().allValues("Retry-After")).hasSize(1);
  }
}
