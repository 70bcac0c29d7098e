package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.headers.RawHeader;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Revisions of jobs, devices and the site, as entity tags. */
final class Revisions {
  /** What no job, device or site ever has. */
  private static final long NONE = -1;

  private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

  private Revisions() {}

  static String tag(long revision) {
    return "\"" + revision + "\"";
  }

  static RawHeader header(long revision) {
    return RawHeader.create("ETag", tag(revision));
  }

  /**
   * The revisions that {@code If-Match} names; none where any will do. A tag that is weak, or not
   * one of ours, matches nothing (RFC 9110, section 13.1.1).
   */
  static SortedSet<Long> wanted(HttpRequest request) {
    var revisions = new TreeSet<Long>();
    for (HttpHeader header : request.getHeaders()) {
      if (header.is("if-match")) {
        var tags = Arrays.stream(header.value().split(",", -1)).map(String::strip).toList();
        if (tags.contains("*")) {
          return Collections.emptySortedSet();
        }
        tags.forEach(tag -> revisions.add(revision(tag)));
      }
    }
    return revisions;
  }

  private static long revision(String tag) {
    var ours = TAG.matcher(tag);
    return ours.matches() ? Long.parseLong(ours.group(1)) : NONE;
  }
}
