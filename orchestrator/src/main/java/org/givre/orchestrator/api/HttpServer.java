package org.givre.orchestrator.api;

import akka.NotUsed;
import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.ProductVersion;
import akka.http.javadsl.model.headers.Server;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.settings.ServerSettings;
import akka.stream.StreamTcpException;
import akka.stream.javadsl.BidiFlow;
import akka.stream.javadsl.Flow;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import scala.concurrent.duration.Duration;

/** The API on a port. */
public final class HttpServer {
  /** Between the headers of {@link ApiLimits} and the parser's own limit for one of them. */
  private static final int MOST_HEADERS = 64;

  /** For the answer to an import of 1 GiB; {@link QuietConnections} closes idle connections. */
  private static final Duration LONGEST_ANSWER = Duration.create(30, TimeUnit.MINUTES);

  private final ApiParts parts;
  private final Route routes;
  private final UnansweredWrites unanswered;

  private HttpServer(ApiParts parts) {
    this.parts = parts;
    this.routes = new ApiRoutes(parts).sealed();
    this.unanswered = new UnansweredWrites(parts.operations().journal());
  }

  /** The API over {@code parts}; not bound yet. */
  public static HttpServer of(ApiParts parts) {
    return new HttpServer(parts);
  }

  /** Answers every request, as a route. */
  public Route routes() {
    return routes;
  }

  /**
   * Serves on {@code host}, such as 127.0.0.1, and {@code port}; 0 takes a free one. Stops with the
   * actor system, before the actors. Fails with {@link PortInUseException} when the port is taken.
   */
  public CompletionStage<ServerBinding> bind(String host, int port) {
    ActorSystem<?> system = parts.system();
    return Http.get(system)
        .newServerAt(host, port)
        .withSettings(settings())
        .bindFlow(connection(system))
        .thenApply(binding -> binding.addToCoordinatedShutdown(parts.limits().drain(), system))
        .exceptionally(
            failure -> {
              throw explained(failure, host, port);
            });
  }

  /** What each connection is served by. */
  private Flow<HttpRequest, HttpResponse, NotUsed> connection(ActorSystem<?> system) {
    var handler = routes.function(system);
    return BidiFlow.fromGraph(new QuietConnections(parts.limits().quiet()))
        .join(
            Flow.<HttpRequest>create()
                .mapAsync(1, request -> unanswered.await(request, handler.apply(request))));
  }

  private ServerSettings settings() {
    var settings = ServerSettings.create(parts.system().classicSystem());
    var parsing =
        settings
            .getParserSettings()
            .withMaxHeaderCount(MOST_HEADERS)
            .withMaxHeaderValueLength(parts.limits().headerBytes())
            .withIllegalHeaderWarnings(false);
    return settings
        .withHttp2Enabled(false)
        .withTimeouts(timeouts(settings))
        .withTransparentHeadRequests(true)
        .withServerHeader(Optional.of(Server.create(ProductVersion.create("givre", ""))))
        .withParsingErrorHandler(ParsingProblems.class.getName())
        .withParserSettings(parsing);
  }

  /** Akka's own idle-timeout would cut off whoever waits for the answer to a large import. */
  private static ServerSettings.Timeouts timeouts(ServerSettings settings) {
    return settings.getTimeouts().withIdleTimeout(LONGEST_ANSWER);
  }

  private static RuntimeException explained(Throwable failure, String host, int port) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof StreamTcpException
        ? new PortInUseException(host, port, cause)
        : new CompletionException(cause);
  }
}
