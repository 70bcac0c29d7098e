package org.givre.orchestrator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the hashes of audit entries, one after the other, by what {@code reference/audit.md} says
 * and nothing else: it shares no line with the engine that made them.
 */
final class AuditChain {
  private static final String BEFORE_THE_FIRST = "0".repeat(64);
  private static final List<String> BEFORE_TARGET =
      List.of("previousHash", "offset", "at", "wallTime", "who", "reason");

  private final boolean whole;
  private String head = BEFORE_THE_FIRST;
  private long count;

  /**
   * A chain.
   *
   * @param whole whether every entry is to come, so that each must follow on the one before
   */
  AuditChain(boolean whole) {
    this.whole = whole;
  }

  /** What is wrong with the next entry, in words; empty if nothing is. */
  Optional<String> next(JsonNode entry) {
    var before = head;
    head = entry.path("hash").asText();
    count++;
    if (!head.equals(sha256(canonicalText(entry)))) {
      return wrong(entry, "its hash is not that of its content");
    }
    return whole && !entry.path("previousHash").asText().equals(before)
        ? wrong(entry, "it does not follow on the entry before it")
        : Optional.empty();
  }

  private static Optional<String> wrong(JsonNode entry, String what) {
    return Optional.of("Entry %s: %s.".formatted(entry.path("offset").asText(), what));
  }

  /** Hash of the last entry. */
  String head() {
    return head;
  }

  long count() {
    return count;
  }

  private static String canonicalText(JsonNode entry) {
    var text = new StringBuilder("givre-audit 1\n");
    BEFORE_TARGET.forEach(name -> line(text, name, entry.path(name)));
    line(text, "kind", entry.at("/target/kind"));
    line(text, "id", entry.at("/target/id"));
    line(text, "action", entry.path("action"));
    line(text, "type", entry.path("type"));
    entry.path("arguments").fields().forEachRemaining(field -> argument(text, field));
    line(text, "outcome", entry.path("outcome"));
    line(text, "code", entry.path("code"));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, JsonNode value) {
    text.append(name).append(' ').append(escaped(Figures.text(value))).append('\n');
  }

  private static void argument(StringBuilder text, Map.Entry<String, JsonNode> argument) {
    text.append("argument ").append(escaped(argument.getKey()).replace("=", "\\=")).append('=');
    text.append(escaped(argument.getValue().asText())).append('\n');
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
