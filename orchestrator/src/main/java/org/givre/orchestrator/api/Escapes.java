package org.givre.orchestrator.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names on their way into an address. */
final class Escapes {
  private Escapes() {}

  /** A name or value of a query, percent-encoded. */
  static String query(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
