package org.givre.orchestrator.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The HTTP API of an engine. Every call returns a 2xx reply or throws {@link CommandFailure}. */
final class EngineApi {
  /** On the wall. A local connection takes a millisecond; a far one should not take longer. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** The server answers within 30 s or not at all. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

  /** An import of 1 GiB is the longest request there is. */
  private static final Duration WRITE_TIMEOUT = Duration.ofMinutes(30);

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  EngineApi(URI base) {
    this.base = base;
  }

  /** Reads {@code path}, which starts with {@code /v1/}. */
  Reply get(String path) {
    return sent(at(path).timeout(READ_TIMEOUT).GET());
  }

  /** Posts a body; {@code headers} are names and values in turn. */
  Reply post(String path, BodyPublisher body, List<String> headers) {
    var request = at(path).timeout(WRITE_TIMEOUT).POST(body);
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return sent(request);
  }

  /** A name as a segment of a path or a value of a query. */
  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private Reply sent(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      return Reply.checked(response.statusCode(), response.headers(), response.body());
    } catch (ConnectException unreachable) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE,
          "No engine answers at %s. Start one with \"givre serve\", or give its --url."
              .formatted(base),
          unreachable);
    } catch (HttpTimeoutException silent) {
      throw new LostAnswer(
          "The engine at %s did not answer in time. It may have done what was asked; look before you repeat it."
              .formatted(base),
          silent);
    } catch (IOException broken) {
      throw new LostAnswer(
          "The connection to the engine at %s broke: %s. It may have done what was asked; look before you repeat it."
              .formatted(base, broken.getMessage()),
          broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "Interrupted", stopped);
    }
  }
}
