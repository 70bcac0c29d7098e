package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.givre.orchestrator.cli.AnsweringServer.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsSubmitTest {
  private static final Answer ACCEPTED = new Answer(202, "{\"id\":\"01J\",\"state\":\"QUEUED\"}");

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writeAPickList() throws IOException {
    file = Files.writeString(directory.resolve("picks.CSV"), "tube_barcode\nFR1\n");
  }

  private CommandRun submit(AnsweringServer server, String... options) {
    var all = new String[5 + options.length];
    System.arraycopy(
        new String[] {"jobs", "submit", file.toString(), "--url", server.url()}, 0, all, 0, 5);
    System.arraycopy(options, 0, all, 5, options.length);
    return CommandRun.of(all);
  }

  @Test
  void sendsTheFileWithItsTypeAndAKeyOfItsOwn() {
    try (var server = AnsweringServer.by(request -> ACCEPTED)) {
      var run = submit(server);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("01J", "QUEUED");
      assertThat(server.requests())
          .containsExactly("POST /v1/jobs?dryRun=false&mode=all-or-nothing");
      var request = server.all().get(0);
      assertThat(request.header("Content-Type")).isEqualTo("text/csv");
      assertThat(request.header("Idempotency-Key")).isEqualTo("key-of-a-test");
      assertThat(request.body()).isEqualTo("tube_barcode\nFR1\n");
    }
  }

  @Test
  void sendsTheKeyThatItIsGiven() {
    for (var option : new String[] {"--idempotency-key", "--key"}) {
      try (var server = AnsweringServer.by(request -> ACCEPTED)) {
        submit(server, option, "LIMS-7");
        assertThat(server.all().get(0).header("Idempotency-Key")).isEqualTo("LIMS-7");
      }
    }
  }

  @Test
  void asksAgainForAnAnswerThatWasLost() {
    var count = new AtomicInteger();
    try (var server =
        AnsweringServer.by(request -> count.incrementAndGet() < 3 ? Answer.HANG_UP : ACCEPTED)) {
      var run = submit(server);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(server.all()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(server.all())
          .extracting(request -> request.header("Idempotency-Key"))
          .containsOnly("key-of-a-test");
    }
  }

  @Test
  void showsHowAJobStandsThatWasSubmittedBefore() {
    try (var server = AnsweringServer.by(JobsSubmitTest::knownJob)) {
      var run = submit(server, "--key", "LIMS-7");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).contains("submitted with that key before");
      assertThat(run.out()).contains("RUNNING").doesNotContain("QUEUED");
    }
  }

  private static Answer knownJob(AnsweringServer.Request request) {
    if (request.line().equals("GET /v1/jobs/01J")) {
      return new Answer(200, "{\"id\":\"01J\",\"state\":\"RUNNING\"}");
    }
    request.exchange().getResponseHeaders().add("Idempotent-Replayed", "true");
    return ACCEPTED;
  }

  @Test
  void namesTheKeyWhenItGivesUp() {
    try (var server = AnsweringServer.by(request -> Answer.HANG_UP)) {
      var run = submit(server);

      assertThat(run.exitCode()).isEqualTo(6);
      assertThat(run.err()).contains("--idempotency-key key-of-a-test");
    }
  }

  @Test
  void doesNotAskAgainWhatWasRefused() {
    try (var server = AnsweringServer.of(503, "{\"code\":\"store-held\",\"detail\":\"Held.\"}")) {
      assertThat(submit(server).exitCode()).isEqualTo(1);
      assertThat(server.all()).hasSize(1);
    }
  }
}
