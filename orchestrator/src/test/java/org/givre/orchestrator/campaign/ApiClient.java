package org.givre.orchestrator.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The public HTTP API of one engine process; for one thread, which others may watch. */
final class ApiClient {
  /** On the wall. An import takes seconds, all else milliseconds; who is silent hangs. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String TYPE = "event: ";
  private static final String DATA = "data: ";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final URI base;
  private final Map<String, Integer> sent = new TreeMap<>();
  private String underway = "";
  private boolean broken;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  ApiClient(URI base) {
    this.base = base;
  }

  /** {@code headers} are names and values in turn. */
  Answer get(String path, String... headers) throws NoAnswer {
    return send(request(path, headers).GET().build());
  }

  Answer post(String path, String body, String... headers) throws NoAnswer {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)).build());
  }

  HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private Answer send(HttpRequest request) throws NoAnswer {
    var what = request.method() + " " + request.uri().getPath();
    begin(what);
    try {
      var response = http.send(request, BodyHandlers.ofString());
      end();
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException cut) {
      giveUp();
      throw new NoAnswer(what, cut);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(what, stopped);
    }
  }

  private synchronized void begin(String what) {
    sent.merge(what, 1, Integer::sum);
    underway = what;
    notifyAll();
  }

  private synchronized void end() {
    underway = "";
  }

  private synchronized void giveUp() {
    broken = true;
    notifyAll();
  }

  /** The request that waits for its answer, or never got one: method and path; else empty. */
  synchronized String underway() {
    return underway;
  }

  /**
   * Waits until {@code count} requests whose method and path end so have been sent, one got no
   * answer, or the time is over.
   */
  synchronized void awaitSent(String end, int count, Duration atMost) throws InterruptedException {
    var deadline = Deadline.in(atMost);
    while (!broken && !deadline.isOver() && sent(end) < count) {
      wait(deadline.millisLeft());
    }
  }

  private int sent(String end) {
    return sent.entrySet().stream()
        .filter(request -> request.getKey().endsWith(end))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Everything that a paged list named by its content holds. */
  List<JsonNode> all(String collection) throws NoAnswer {
    return all(collection, collection);
  }

  List<JsonNode> all(String resource, String collection) throws NoAnswer {
    var found = new ArrayList<JsonNode>();
    var next = "";
    do {
      var cursor = next.isEmpty() ? "" : "&cursor=" + next;
      var page = get("/v1/%s?limit=500%s".formatted(resource, cursor)).expect(200);
      page.json().path(collection).forEach(found::add);
      next = page.json().path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return found;
  }

  /**
   * Reads the event stream until {@code goOn} answers no.
   *
   * @throws NoAnswer when the stream breaks before
   */
  void events(long after, Predicate<Event> goOn) throws NoAnswer {
    var path = "/v1/events?after=" + after;
    var watching = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try (var body = watching.send(request(path).build(), BodyHandlers.ofInputStream()).body();
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      var type = "";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(TYPE)) {
          type = line.substring(TYPE.length());
        } else if (line.startsWith(DATA) && !goOn.test(event(type, line))) {
          return;
        }
      }
      throw new EOFException();
    } catch (IOException broken) {
      throw new NoAnswer("GET " + path, broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("GET " + path, stopped);
    }
  }

  private static Event event(String type, String line) throws IOException {
    var data = MAPPER.readTree(line.substring(DATA.length()));
    return new Event(data.path("offset").asLong(), type, data, System.nanoTime());
  }
}
