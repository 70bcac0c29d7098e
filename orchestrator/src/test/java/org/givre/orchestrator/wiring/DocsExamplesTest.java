package org.givre.orchestrator.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.givre.journal.store.Progress;
import org.givre.orchestrator.cli.EngineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/http-api.md}, sent as they are written. */
class DocsExamplesTest {
  private static final Path PAGE = Path.of("docs", "http-api.md");
  private static final String WRITTEN_FOR = "http://127.0.0.1:8080";

  /** So slow that no example meets a tube that another has set moving. */
  private static final double AS_THE_WALL = 1;

  @TempDir Path directory;

  @Test
  void areAllAnsweredWithSuccess() throws Exception {
    var machine = new Machine(Clock.systemUTC(), new SecureRandom());
    var options =
        new EngineOptions(
            directory,
            Optional.empty(),
            true,
            Optional.of(AS_THE_WALL),
            Optional.of(1L),
            Optional.of(0),
            false);
    try (var engine = new LocalEngines(machine).start(options, Progress.none())) {
      for (var example : examples()) {
        answers(engine.url(), example);
      }
    }
  }

  /** In the order of the page, but for the inventory, which comes first. */
  private static List<String> examples() throws IOException {
    var examples = new ArrayList<String>();
    for (var block : Files.readString(PAGE).split("```", -1)) {
      for (var command : block.split("(?m)^\\$ ", -1)) {
        if (command.startsWith("curl ")) {
          examples.add(command);
        }
      }
    }
    assertThat(examples).hasSizeGreaterThan(8);
    examples.sort(Comparator.comparing(example -> !example.contains("/v1/inventory:import")));
    return examples;
  }

  private static void answers(URI engine, String command) throws Exception {
    var request = request(engine, words(command).iterator());
    var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    try (var body = reply.body()) {
      var text = reply.statusCode() < 300 ? "" : new String(body.readAllBytes(), UTF_8);
      assertThat(reply.statusCode()).as("%s: %s", command, text).isBetween(200, 299);
    }
  }

  private static HttpRequest request(URI engine, Iterator<String> words) throws IOException {
    var request = HttpRequest.newBuilder();
    words.next();
    while (words.hasNext()) {
      var word = words.next();
      switch (word) {
        case "-s", "-N" -> {}
        case "-H" -> {
          var header = words.next().split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "-d" -> request.POST(BodyPublishers.ofString(words.next()));
        case "--data-binary" -> request.POST(file(words.next()));
        default -> request.uri(URI.create(word.replace(WRITTEN_FOR, engine.toString())));
      }
    }
    return request.build();
  }

  /** The files that the examples name, as the product ships them. */
  private static BodyPublisher file(String name) throws IOException {
    var shipped = name.equals("@picklist.csv") ? "picklist-GBR.csv" : name.substring(1);
    try (var in = DocsExamplesTest.class.getResourceAsStream("/demo/1000g/" + shipped)) {
      assertThat(in).as(name).isNotNull();
      return BodyPublishers.ofByteArray(in.readAllBytes());
    }
  }

  /** As a shell would take the command apart. */
  private static List<String> words(String command) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var quoted = false;
    for (char c : command.replace("\\\n", " ").toCharArray()) {
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && Character.isWhitespace(c)) {
        if (word.length() > 0) {
          words.add(word.toString());
          word.setLength(0);
        }
      } else {
        word.append(c);
      }
    }
    assertThat(quoted).as("open quote in %s", command).isFalse();
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }
}
