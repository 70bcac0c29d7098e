package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class OperationsApiTest {
  private RunningApi api;

  @BeforeAll
  void start(@TempDir Path directory) {
    api = RunningApi.start(directory);
  }

  @AfterEach
  void mend() {
    api.journal.stopped = Optional.empty();
    api.journal.full = Optional.empty();
    api.journal.alarms.clear();
  }

  @AfterAll
  void stop() {
    api.close();
  }

  @Test
  void aFullDiskStopsIntakeAndNothingElse() {
    api.journal.full = Optional.of("The journal's disk had 12 MiB left.");
    var job = api.postJson("/v1/jobs", "{\"type\":\"retrieve\",\"items\":[{\"tube\":\"T1\"}]}");
    var rows = api.imported("T1,S1,DNA,1,D1,D1-R11,1,A1");
    assertThat(job.status()).isEqualTo(503);
    assertThat(job.code()).isEqualTo("journal-disk-full");
    assertThat(job.json().path("retryable").asBoolean()).isTrue();
    assertThat(job.json().path("detail").asText()).contains("12 MiB");
    assertThat(rows.code()).isEqualTo("journal-disk-full");
    assertThat(
            api.postJson("/v1/site/actions", "{\"type\":\"release\",\"reason\":\"room\"}").status())
        .isEqualTo(202);
    assertThat(api.get("/v1/jobs").status()).isEqualTo(200);
  }

  @Test
  void aStoppedJournalRefusesWhateverWrites() {
    api.journal.stopped = Optional.of("The journal has failed: EIO.");
    var action = api.postJson("/v1/site/actions", "{\"type\":\"holdAll\",\"reason\":\"why\"}");
    assertThat(action.status()).isEqualTo(503);
    assertThat(action.code()).isEqualTo("journal-stopped");
    assertThat(action.json().path("retryable").asBoolean()).isFalse();
    assertThat(api.get("/v1/site").json().path("hold").path("held").asBoolean()).isFalse();
  }

  @Test
  void alarmsAreListedWhileTheyLast() {
    assertThat(api.get("/v1/alarms").json().path("alarms")).isEmpty();
    api.journal.alarms.add(
        new Alarm("journal-disk-low", Alarm.Severity.WARNING, Instant.EPOCH, "Make room."));
    var alarm = api.get("/v1/alarms").json().path("alarms").path(0);
    assertThat(alarm.path("id").asText()).isEqualTo("journal-disk-low");
    assertThat(alarm.path("severity").asText()).isEqualTo("WARNING");
    assertThat(alarm.path("since").asText()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(alarm.path("message").asText()).isEqualTo("Make room.");
  }

  @Test
  void metricsAreServedWherePrometheusLooks() {
    var reply = api.get("/metrics");
    assertThat(reply.header("Content-Type")).startsWith("text/plain");
    assertThat(reply.text()).contains("givre_journal_offset 7");
  }

  @Test
  void backupsAreBegunAndLookedAt() {
    var begun = api.postJson("/v1/journal/backups", "{\"directory\":\"/backup/today\"}");
    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.header("Location")).isEqualTo("/v1/journal/backups/backup-1");
    var looked = api.get(begun.header("Location")).json();
    assertThat(looked.path("directory").asText()).isEqualTo("/backup/today");
    assertThat(looked.path("state").asText()).isEqualTo("RUNNING");
    assertThat(looked.path("doneEvents").asLong()).isEqualTo(3);
    assertThat(looked.path("totalEvents").asLong()).isEqualTo(10);
    assertThat(api.get("/v1/journal/backups/another").code()).isEqualTo("backup-not-found");
  }

  @Test
  void backupsAreRefusedWithAReason() {
    assertThat(api.postJson("/v1/journal/backups", "{\"directory\":\"today\"}").status())
        .isEqualTo(400);
    assertThat(api.postJson("/v1/journal/backups", "{}").status()).isEqualTo(400);
    api.backups.refusal = Optional.of("/backup/today is not empty.");
    var refused = api.postJson("/v1/journal/backups", "{\"directory\":\"/backup/today\"}");
    api.backups.refusal = Optional.empty();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("backup-refused");
    assertThat(refused.json().path("detail").asText()).contains("not empty");
  }
}
