package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EventStreamTest {
  private static final String HELD =
      "{\"type\":\"retrieve\",\"hold\":true,\"items\":[{\"tube\":\"T1\"}]}";

  @TempDir static Path directory;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api =
        RunningApi.start(directory, new LimitsOfATest().heartbeat(Duration.ofMillis(100)).limits());
    api.imported("T1,S1,LCL,1,D1,D1-R01,1,A1", "T2,S2,LCL,1,D2,D2-R01,1,A1");
    api.submitted(HELD);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  /** One server-sent event. */
  private record Sent(String id, String type, String data) {}

  /** An open stream. */
  private static final class Stream implements AutoCloseable {
    private final BufferedReader lines;

    private Stream(String query, String... headers) {
      var request = HttpRequest.newBuilder(api.uri("/v1/events" + query));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      try {
        var response =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
            .startsWith("text/event-stream");
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }

    private String line() {
      try {
        var line = lines.readLine();
        assertThat(line).as("the stream ended").isNotNull();
        return line;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    /** The next event; heartbeats are passed over. */
    private Sent next() {
      var id = "";
      var type = "";
      var data = "";
      for (var line = line(); !line.isEmpty() || data.isEmpty(); line = line()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        }
      }
      return new Sent(id, type, data);
    }

    private List<Sent> next(int count) {
      var events = new ArrayList<Sent>();
      for (int i = 0; i < count; i++) {
        events.add(next());
      }
      return events;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  @Test
  void sendsEverythingFromTheBeginningWhenAsked() throws Exception {
    try (var stream = new Stream("?after=0&type=inventory.*,job.*")) {
      var events = stream.next(3);

      assertThat(events)
          .extracting(Sent::type)
          .containsExactly("inventory.imported", "inventory.imported", "job.accepted");
      var data = new JsonMapper().readTree(events.get(2).data());
      assertThat(data.get("offset").asText()).isEqualTo(events.get(2).id());
      assertThat(data.get("type").asText()).isEqualTo("job.accepted");
      assertThat(data.get("job").asText()).hasSize(26);
      assertThat(data.get("cause").get("kind").asText()).isEqualTo("client");
      assertThat(data.get("body").get("state").asText()).isEqualTo("ACCEPTED");
    }
  }

  @Test
  void goesOnAfterTheLastEventSeenWithoutGapOrRepeat() throws Exception {
    List<Sent> all;
    try (var stream = new Stream("?after=0")) {
      all = stream.next(3);
    }

    for (int seen = 0; seen < all.size(); seen++) {
      try (var stream = new Stream("", "Last-Event-ID", all.get(seen).id())) {
        assertThat(stream.next(all.size() - seen - 1)).isEqualTo(all.subList(seen + 1, all.size()));
      }
    }
  }

  @Test
  void prefersTheLastEventIdToTheAddress() throws Exception {
    try (var whole = new Stream("?after=0")) {
      var first = whole.next();
      try (var stream = new Stream("?after=0", "Last-Event-ID", first.id())) {
        assertThat(stream.next()).isEqualTo(whole.next());
      }
    }
  }

  @Test
  void neverLosesAnEventAcrossManyReconnections() throws Exception {
    var after = Long.toString(api.view.appliedOffset());
    var submitted = new ArrayList<String>();
    var heard = new ArrayList<String>();
    for (int round = 0; round < 5; round++) {
      submitted.add(api.submitted(HELD));
      submitted.add(api.submitted(HELD));
      try (var stream = new Stream("?type=job.accepted", "Last-Event-ID", after)) {
        for (var event : stream.next(round == 0 ? 1 : 2)) {
          heard.add(new JsonMapper().readTree(event.data()).get("job").asText());
          after = event.id();
        }
      }
    }

    assertThat(heard).isEqualTo(submitted.subList(0, heard.size()));
  }

  @Test
  void sendsWhatHappensWhileItIsOpen() throws Exception {
    try (var stream = new Stream("?type=job.*")) {
      var id = api.submitted(HELD);

      assertThat(stream.next().data()).contains(id);
    }
  }

  @Test
  void showsAnEventOnlyOnceItCanBeRead() throws Exception {
    try (var stream = new Stream("?type=job.accepted")) {
      api.postJson("/v1/jobs", HELD);
      var offset = Long.parseLong(stream.next().id());

      assertThat(api.view.appliedOffset()).isGreaterThanOrEqualTo(offset);
    }
  }

  @Test
  void filtersByJobTypeAndTube() throws Exception {
    var id = api.submitted(HELD);
    api.postJson(
        "/v1/jobs/" + id + "/actions", "{\"type\":\"release\",\"reason\":\"no longer held\"}");

    try (var stream = new Stream("?after=0&job=" + id)) {
      assertThat(stream.next(3))
          .extracting(Sent::type)
          .containsExactly("job.accepted", "job.acted", "job.released");
    }
    try (var stream = new Stream("?after=0&job=" + id + "&type=job.released,tube.*")) {
      assertThat(stream.next().type()).isEqualTo("job.released");
    }
    try (var stream = new Stream("?after=0&tube=T2")) {
      assertThat(stream.next().data()).contains("D2-R01");
    }
  }

  @Test
  void beatsWhileNothingHappens() throws Exception {
    try (var stream = new Stream("?type=nothing")) {
      assertThat(stream.line()).isEqualTo(":");
    }
  }

  @Test
  void startsOverWithAClientFromAnotherJournal() throws Exception {
    try (var stream = new Stream("", "Last-Event-ID", "999999")) {
      var reset = stream.next();

      assertThat(reset.type()).isEqualTo("reset");
      assertThat(reset.data()).contains("\"offset\":");
    }
  }

  @Test
  void refusesAnIdThatIsNone() {
    var reply = api.get("/v1/events", "Last-Event-ID", "abc");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("cursor-malformed");
  }

  @Test
  void isNothingButAStream() {
    assertThat(api.get("/v1/events", "Accept", "application/json").status()).isEqualTo(406);
  }
}
