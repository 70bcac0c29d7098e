package org.givre.orchestrator.view;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of the audit: what somebody wanted done, and how it was decided.
 *
 * @param at engine time
 * @param who the operator or client
 * @param action id of the action
 * @param refusal code of the refusal; empty where it was accepted
 * @param previousHash hash of the entry before; of the first, {@link #NO_HASH}
 * @param hash SHA-256 of {@link #canonicalText}, 64 hexadecimal digits in lower case
 */
public record AuditEntry(
    long offset,
    Instant at,
    Instant wallTime,
    String who,
    String reason,
    Target target,
    String action,
    String type,
    SortedMap<String, String> arguments,
    Optional<String> refusal,
    String previousHash,
    String hash) {
  /** What stands before the first entry: as many zeros as a hash has digits. */
  public static final String NO_HASH = "0".repeat(64);

  /**
   * Whom an action concerns.
   *
   * @param kind {@code job}, {@code picker}, {@code dewar}, {@code port} or {@code site}
   */
  public record Target(String kind, String id) {}

  public AuditEntry {
    arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
  }

  /** How it was decided: {@code ACCEPTED} or {@code REFUSED}. */
  public String outcome() {
    return refusal.isEmpty() ? "ACCEPTED" : "REFUSED";
  }

  /**
   * What the hash is taken of, so that anyone can check the chain: in UTF-8, one line for each of
   * the following, each ended by a line feed, as name, one space, value. {@code givre-audit 1};
   * {@code previousHash}; {@code offset}; {@code at} and {@code wallTime} as the API shows them;
   * {@code who}; {@code reason}; {@code kind} and {@code id} of the target; {@code action}; {@code
   * type}; {@code argument} for each argument by name, as name, equals sign, value; {@code
   * outcome}; {@code code}, empty where it was accepted. In a value a backslash is written as two
   * and a line feed as a backslash and n; in the name of an argument, an equals sign as a backslash
   * and an equals sign.
   */
  public String canonicalText() {
    var text = new StringBuilder();
    for (var line : head()) {
      text.append(line).append('\n');
    }
    arguments.forEach(
        (name, value) ->
            text.append("argument ")
                .append(escaped(name).replace("=", "\\="))
                .append('=')
                .append(escaped(value))
                .append('\n'));
    text.append("outcome ").append(outcome()).append('\n');
    return text.append("code ").append(escaped(refusal.orElse(""))).append('\n').toString();
  }

  private List<String> head() {
    return List.of(
        "givre-audit 1",
        "previousHash " + previousHash,
        "offset " + offset,
        "at " + at,
        "wallTime " + wallTime,
        "who " + escaped(who),
        "reason " + escaped(reason),
        "kind " + escaped(target.kind()),
        "id " + escaped(target.id()),
        "action " + escaped(action),
        "type " + escaped(type));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }

  AuditEntry hashed(String sha256) {
    return new AuditEntry(
        offset,
        at,
        wallTime,
        who,
        reason,
        target,
        action,
        type,
        arguments,
        refusal,
        previousHash,
        sha256);
  }
}
