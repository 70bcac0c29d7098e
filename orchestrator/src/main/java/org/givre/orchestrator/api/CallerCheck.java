package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keeps out pages of other sites: one that has made its name point at us is told by the Host
 * header, one that posts to us by the Origin header. On the loopback, too.
 */
final class CallerCheck {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private final SortedSet<String> hosts;
  private final int mostHeaderBytes;

  /**
   * Names that the server may be called by.
   *
   * @param allowed besides the loopback's, without port
   */
  CallerCheck(List<String> allowed, int mostHeaderBytes) {
    this.hosts = new TreeSet<>(LOOPBACK);
    allowed.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    this.mostHeaderBytes = mostHeaderBytes;
  }

  /** Throws a problem unless the caller may call. */
  void check(HttpRequest request) {
    checkSize(request);
    var host = Requests.header(request, "Host").map(CallerCheck::normal).orElse("");
    if (!hosts.contains(name(host))) {
      throw Problem.of(
              ProblemCode.HOST_NOT_ALLOWED,
              "Host \"%s\" is not a name of this server. Call it by %s."
                  .formatted(clipped(host), String.join(" or ", hosts)))
          .with(Bodies.CLOSE)
          .thrown();
    }
    var origin = Requests.header(request, "Origin").map(CallerCheck::normal);
    if (origin.stream().anyMatch(from -> !authority(from).equals(Optional.of(host)))) {
      throw Problem.of(
              ProblemCode.ORIGIN_NOT_ALLOWED,
              "Origin \"%s\" is not this server. Only its own pages may call it."
                  .formatted(clipped(origin.orElseThrow())))
          .with(Bodies.CLOSE)
          .thrown();
    }
  }

  private void checkSize(HttpRequest request) {
    var bytes = 0;
    for (HttpHeader header : request.getHeaders()) {
      bytes += header.name().length() + header.value().length();
    }
    if (bytes > mostHeaderBytes) {
      throw Problem.of(
              ProblemCode.HEADERS_TOO_LARGE,
              "The headers may have %,d bytes together; found %,d."
                  .formatted(mostHeaderBytes, bytes))
          .with(Bodies.CLOSE)
          .thrown();
    }
  }

  private static String normal(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }

  /** Host and port of an origin, if it is one. */
  private static Optional<String> authority(String origin) {
    return origin.startsWith("http://")
        ? Optional.of(origin.substring("http://".length()))
        : Optional.empty();
  }

  /** The name without its port. */
  private static String name(String host) {
    var end = host.startsWith("[") ? host.indexOf(']') + 1 : host.lastIndexOf(':');
    return end <= 0 ? host : host.substring(0, end);
  }

  private static String clipped(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "...";
  }
}
