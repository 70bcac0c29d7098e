package org.givre.orchestrator.api;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.headers.Connection;
import akka.http.scaladsl.model.EntityStreamSizeException;
import akka.stream.Materializer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** Reads bodies within their limits of size and time. */
final class Bodies {
  /** The rest of a body that we do not want is not waited for. */
  static final HttpHeader CLOSE = Connection.create("close");

  private final Materializer materializer;
  private final ApiLimits limits;

  Bodies(Materializer materializer, ApiLimits limits) {
    this.materializer = materializer;
    this.limits = limits;
  }

  /** Whether the body is of that media type, such as {@code text/csv}, in UTF-8. */
  static boolean is(HttpRequest request, String mediaType) {
    ContentType type = request.entity().getContentType();
    var name = type.mediaType().mainType() + "/" + type.mediaType().subType();
    var utf8 =
        type.getCharsetOption().stream()
            .allMatch(charset -> charset.value().equalsIgnoreCase("UTF-8"));
    return name.equalsIgnoreCase(mediaType) && utf8 && !encoded(request);
  }

  private static boolean encoded(HttpRequest request) {
    return Requests.header(request, "Content-Encoding").stream()
        .anyMatch(value -> !value.equalsIgnoreCase("identity"));
  }

  /** The refusal of a body that is none of {@code mediaTypes}. */
  static ProblemException unsupported(HttpRequest request, String mediaTypes) {
    var type = request.entity().getContentType();
    var found = encoded(request) ? type + " with a Content-Encoding" : type.toString();
    return Problem.of(
            ProblemCode.MEDIA_TYPE_UNSUPPORTED,
            "Expected Content-Type %s in UTF-8 without Content-Encoding, found %s."
                .formatted(mediaTypes, found))
        .with(CLOSE)
        .thrown();
  }

  /** The whole body of {@code application/json}. */
  CompletionStage<byte[]> json(HttpRequest request) {
    if (!is(request, "application/json")) {
      throw unsupported(request, "application/json");
    }
    return bytes(request, limits.jsonBytes());
  }

  /** The whole body, of at most {@code most} bytes. */
  CompletionStage<byte[]> bytes(HttpRequest request, long most) {
    checkLength(request, most);
    return request
        .entity()
        .withSizeLimit(most)
        .toStrict(limits.bodyDeadline().toMillis(), most, materializer)
        .thenApply(strict -> strict.getData().toArray())
        .exceptionally(
            failure -> {
              throw refused(failure, most, limits);
            });
  }

  /** Refuses a body that says itself that it is too large. */
  static void checkLength(HttpRequest request, long most) {
    var length = request.entity().getContentLengthOption();
    if (length.isPresent() && length.getAsLong() > most) {
      throw tooLarge(most);
    }
  }

  /** What a body's stream that failed means to the client. */
  static ProblemException refused(Throwable failure, long most, ApiLimits limits) {
    var cause = first(failure);
    if (cause instanceof ProblemException refused) {
      return refused;
    }
    if (cause instanceof EntityStreamSizeException) {
      return tooLarge(most);
    }
    if (cause instanceof TimeoutException) {
      return Problem.of(
              ProblemCode.BODY_TOO_SLOW,
              "The body must be here within %d s.".formatted(limits.bodyDeadline().toSeconds()))
          .with(CLOSE)
          .thrown();
    }
    return Problem.of(ProblemCode.BODY_BROKEN, "The body broke off before its end. Send it again.")
        .with(CLOSE)
        .thrown();
  }

  /** What began it: streams wrap what went wrong further up. */
  private static Throwable first(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static ProblemException tooLarge(long most) {
    return Problem.of(
            ProblemCode.BODY_TOO_LARGE, "The body may have at most %,d bytes.".formatted(most))
        .with(CLOSE)
        .thrown();
  }
}
