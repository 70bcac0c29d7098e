package org.givre.orchestrator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An HTTP server that answers as a test says, to see what the client makes of it. */
final class AnsweringServer implements AutoCloseable {
  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** A request that has come. */
  record Request(HttpExchange exchange, String body) {
    /** Method and path. */
    String line() {
      return exchange.getRequestMethod() + " " + exchange.getRequestURI();
    }

    String header(String name) {
      return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }
  }

  /** What is answered; status 0 hangs up instead. */
  record Answer(int status, String body, String etag) {
    static final Answer HANG_UP = new Answer(0, "", "");

    Answer(int status, String body) {
      this(status, body, "");
    }
  }

  private AnsweringServer(HttpServer server) {
    this.server = server;
  }

  /** Gives everybody the same answer. */
  static AnsweringServer of(int status, String body) {
    return by(request -> new Answer(status, body));
  }

  static AnsweringServer by(Function<Request, Answer> answers) {
    try {
      var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var answering = new AnsweringServer(http);
      http.createContext("/", exchange -> answering.answer(exchange, answers));
      http.start();
      return answering;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange, Function<Request, Answer> answers) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var request = new Request(exchange, body);
    requests.add(request);
    var answer = answers.apply(request);
    if (answer.status() > 0) {
      if (!answer.etag().isEmpty()) {
        exchange.getResponseHeaders().add("ETag", answer.etag());
      }
      var bytes = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Methods and paths, in the order they came. */
  List<String> requests() {
    return requests.stream().map(Request::line).toList();
  }

  /** Everything that came. */
  List<Request> all() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
