package org.givre.orchestrator.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.givre.devices.action.ActionEvent;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.view.AuditEntry.Target;

/** The audit: it follows from the journal alone, hashes too. Not thread-safe. */
final class AuditBook {
  /** Dispatch acts for the site. */
  private static final Target SITE = new Target("site", "main");

  private final List<AuditEntry> entries = new ArrayList<>();

  void acted(ActionEvent event, FeedEvent at) {
    var action = event.action();
    var cause = at.recorded().cause();
    var entry =
        new AuditEntry(
            at.offset(),
            at.at(),
            at.recorded().wallTime(),
            cause.id(),
            cause.reason(),
            target(at),
            action.id(),
            action.type(),
            action.arguments(),
            action.refusal(),
            head(),
            AuditEntry.NO_HASH);
    entries.add(entry.hashed(sha256(entry.canonicalText())));
  }

  private static Target target(FeedEvent at) {
    var kind = at.kind();
    return kind.equals("dispatch") ? SITE : new Target(kind, at.owner());
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  String head() {
    return entries.isEmpty() ? AuditEntry.NO_HASH : entries.get(entries.size() - 1).hash();
  }

  List<AuditEntry> entries(long floor, int limit) {
    var from = firstAbove(floor);
    return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
  }

  private int firstAbove(long floor) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (entries.get(middle).offset() > floor) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
