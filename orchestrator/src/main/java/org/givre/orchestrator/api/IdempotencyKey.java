package org.givre.orchestrator.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.givre.orchestrator.job.JobSpec.Idempotency;

/** The header {@code Idempotency-Key}, and the fingerprint of what it came with. */
final class IdempotencyKey {
  private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

  private IdempotencyKey() {}

  /**
   * The key of a request, if it has one.
   *
   * @param body in a form that is the same for bodies that say the same
   */
  static Optional<Idempotency> of(HttpRequest request, byte[] body) {
    var given = new ArrayList<String>();
    for (HttpHeader header : request.getHeaders()) {
      if (header.is("idempotency-key")) {
        given.add(header.value().strip());
      }
    }
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (given.size() > 1 || !KEY.matcher(given.get(0)).matches()) {
      throw Problem.of(
              ProblemCode.IDEMPOTENCY_KEY_MALFORMED,
              "Expected one Idempotency-Key of 1 to 255 printable ASCII characters.")
          .thrown();
    }
    return Optional.of(new Idempotency(given.get(0), fingerprint(request, body)));
  }

  /** Of the query, which says a part of what a pick list asks, and the body. */
  private static String fingerprint(HttpRequest request, byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var type = request.entity().getContentType().mediaType();
      digest.update((type.mainType() + "/" + type.subType() + "\n").getBytes(UTF_8));
      request.getUri().query().toList().stream()
          .map(parameter -> parameter.first() + "=" + parameter.second() + "\n")
          .sorted()
          .forEach(line -> digest.update(line.getBytes(UTF_8)));
      digest.update((byte) '\n');
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
