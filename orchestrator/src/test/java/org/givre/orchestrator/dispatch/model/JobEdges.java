package org.givre.orchestrator.dispatch.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The edges of a job's state table, as the HTTP API's design has it: what may happen in a state,
 * and where it leads to. What is not here must not be in any journal.
 */
final class JobEdges {
  /**
   * Event: from -> to. A plan may be lost while a job is on its way to a pause; what robots have
   * begun goes on until the job is paused or cancelled.
   */
  private static final String TABLE =
      """
      JobReleased: ACCEPTED -> QUEUED
      JobPlanned: QUEUED -> PLANNED
      JobPlanned: PLANNED RUNNING -> same
      JobUnplanned: PLANNED -> QUEUED
      JobUnplanned: RUNNING PAUSING -> same
      JobBlocked: QUEUED PLANNED RUNNING PAUSING PAUSED CANCELLING -> same
      CompanyAwaited: QUEUED PLANNED RUNNING -> same
      CompanyDeclined: QUEUED PLANNED RUNNING -> same
      LiftJoined: QUEUED PLANNED RUNNING -> RUNNING
      LiftJoined: PAUSING CANCELLING -> same
      RequestPicked: QUEUED PLANNED RUNNING -> RUNNING
      RequestPicked: PAUSING CANCELLING -> same
      RequestDelivered: QUEUED PLANNED RUNNING -> RUNNING
      RequestDelivered: PAUSING CANCELLING -> same
      RequestReturned: QUEUED PLANNED RUNNING PAUSING CANCELLING -> same
      ExposureShared: QUEUED PLANNED RUNNING -> RUNNING
      ExposureShared: QUEUED PLANNED PAUSING CANCELLING -> same
      RequestFailed: QUEUED PLANNED RUNNING PAUSING PAUSED CANCELLING -> same
      RequestSkipped: ACCEPTED QUEUED PLANNED RUNNING PAUSING PAUSED CANCELLING -> same
      RequestUnwanted: QUEUED PLANNED RUNNING PAUSING PAUSED -> same
      RequestRetried: ACCEPTED QUEUED PLANNED RUNNING PAUSING PAUSED -> same
      JobReprioritized: ACCEPTED QUEUED PLANNED RUNNING PAUSING PAUSED -> same
      JobRerouted: ACCEPTED QUEUED PLANNED RUNNING PAUSING PAUSED -> same
      JobPausing: QUEUED PLANNED RUNNING PAUSING PAUSED -> PAUSING
      JobPaused: QUEUED PLANNED RUNNING PAUSING -> PAUSED
      JobResumed: PAUSED -> QUEUED
      JobResumed: PAUSING -> RUNNING QUEUED
      JobCancelling: ACCEPTED QUEUED PLANNED RUNNING PAUSING PAUSED CANCELLING -> CANCELLING
      JobEnded: CANCELLING -> CANCELLED
      JobEnded: ACCEPTED QUEUED PLANNED PAUSED -> EXPIRED COMPLETED_WITH_EXCEPTIONS
      JobEnded: QUEUED PLANNED PAUSED -> FAILED
      JobEnded: RUNNING PAUSING PAUSED QUEUED -> COMPLETED COMPLETED_WITH_EXCEPTIONS FAILED
      """;

  private static final SortedSet<String> ALL = read();

  private JobEdges() {}

  private static SortedSet<String> read() {
    var all = new TreeSet<String>();
    for (var line : TABLE.lines().toList()) {
      var event = line.substring(0, line.indexOf(':'));
      var ends = line.substring(line.indexOf(':') + 1).split("->", -1);
      for (var from : ends[0].strip().split(" ", -1)) {
        Arrays.stream(ends[1].strip().split(" ", -1))
            .map(to -> to.equals("same") ? from : to)
            .forEach(to -> all.add(edge(event, from, to)));
      }
    }
    return Collections.unmodifiableSortedSet(all);
  }

  static String edge(String event, Object from, Object to) {
    return "%s: %s -> %s".formatted(event, from, to);
  }

  /** Every edge that there may be. */
  static SortedSet<String> all() {
    return ALL;
  }
}
