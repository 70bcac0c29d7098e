package org.givre.orchestrator.api;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.headers.ProductVersion;
import akka.http.javadsl.model.headers.Server;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.settings.ServerSettings;
import akka.stream.StreamTcpException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The API on a port. */
public final class HttpServer {
  /** Between the headers of {@link ApiLimits} and the parser's own limit for one of them. */
  private static final int MOST_HEADERS = 64;

  private final ApiParts parts;
  private final Route routes;

  private HttpServer(ApiParts parts) {
    this.parts = parts;
    this.routes = new ApiRoutes(parts).sealed();
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
        .bind(routes)
        .thenApply(binding -> binding.addToCoordinatedShutdown(parts.limits().drain(), system))
        .exceptionally(
            failure -> {
              throw explained(failure, host, port);
            });
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
        .withTransparentHeadRequests(true)
        .withServerHeader(Optional.of(Server.create(ProductVersion.create("givre", ""))))
        .withParsingErrorHandler(ParsingProblems.class.getName())
        .withParserSettings(parsing);
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
