package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.AllDirectives;
import akka.http.javadsl.server.ExceptionHandler;
import akka.http.javadsl.server.MethodRejection;
import akka.http.javadsl.server.Rejection;
import akka.http.javadsl.server.RejectionHandler;
import akka.http.javadsl.server.Route;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** All routes behind the caller's check; whatever goes wrong becomes a problem. */
final class ApiRoutes extends AllDirectives {
  private final List<Resource> versioned;
  private final Resource health;
  private final OperationsRoutes operations;
  private final CallerCheck callers;
  private final JournalGate gate;

  ApiRoutes(ApiParts parts) {
    this.operations = new OperationsRoutes(parts);
    this.gate = new JournalGate(parts.operations().journal());
    this.versioned =
        List.of(
            new JobRoutes(parts),
            new TubeRoutes(parts),
            new InventoryRoutes(parts),
            new DeviceRoutes(parts),
            new PreviewRoutes(parts),
            new EventRoutes(parts),
            new AuditRoutes(parts),
            new SiteRoutes(parts),
            operations,
            new BackupRoutes(parts));
    this.health = new HealthRoutes(parts);
    this.callers = new CallerCheck(parts.allowedHosts(), parts.limits().headerBytes());
  }

  /** The whole API, sealed: it answers every request. */
  Route sealed() {
    var all =
        concat(
            pathPrefix(
                segment("v1"),
                () -> versioned.stream().map(Resource::routes).reduce(this::concat).orElseThrow()),
            health.routes(),
            operations.metrics());
    return withRequestTimeoutResponse(
        ApiRoutes::timedOut,
        () ->
            handleExceptions(
                exceptions(), () -> handleRejections(rejections(), () -> checked(() -> all))));
  }

  private Route checked(Supplier<Route> inner) {
    return extractRequest(
        request -> {
          callers.check(request);
          gate.check(request);
          return inner.get();
        });
  }

  private static HttpResponse timedOut(HttpRequest request) {
    return Problems.response(new TimeoutException("request timeout"), request);
  }

  private ExceptionHandler exceptions() {
    return ExceptionHandler.newBuilder()
        .matchAny(thrown -> extractRequest(request -> complete(Problems.response(thrown, request))))
        .build();
  }

  private RejectionHandler rejections() {
    return RejectionHandler.newBuilder()
        .handleAll(MethodRejection.class, this::wrongMethod)
        .handle(Rejection.class, this::unexpected)
        .handleNotFound(
            problem(
                request ->
                    Problem.of(
                        ProblemCode.ROUTE_NOT_FOUND,
                        "There is nothing at %s.".formatted(clipped(request.getUri().path())))))
        .build();
  }

  private Route wrongMethod(List<MethodRejection> rejections) {
    var allowed = new TreeSet<String>();
    rejections.forEach(rejection -> allowed.add(rejection.supported().value()));
    var methods = String.join(", ", allowed);
    return problem(
        request ->
            Problem.of(
                    ProblemCode.METHOD_NOT_ALLOWED,
                    "Method %s is not known here; known are %s."
                        .formatted(request.method().value(), methods))
                .with(RawHeader.create("Allow", methods)));
  }

  private Route unexpected(Rejection rejection) {
    return problem(
        request ->
            Problem.of(
                ProblemCode.REQUEST_MALFORMED,
                "The request was refused: %s.".formatted(rejection.getClass().getSimpleName())));
  }

  private Route problem(Function<HttpRequest, Problem> problem) {
    return extractRequest(
        request -> complete(Problems.response(problem.apply(request), request.getUri().path())));
  }

  private static String clipped(String path) {
    return path.length() <= 100 ? path : path.substring(0, 100) + "...";
  }
}
