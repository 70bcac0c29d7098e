package org.givre.orchestrator.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.givre.devices.driver.Motion;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.journal.Recorded;
import org.givre.devices.rack.RackEvent.BoxExposure;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.rack.RackEvent.TubesImported;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/** Gives events their place: one second and one offset after the other. */
public final class JournalByHand {
  public static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final Cause CAUSE = new Cause(Cause.Kind.CLIENT, "lims", "", "", "");

  private final Map<String, Long> sequences = new HashMap<>();
  private long offset;

  /** The next event of the journal. */
  public FeedEvent event(String persistenceId, JournalEvent event) {
    offset++;
    var sequence = sequences.merge(persistenceId, 1L, Long::sum);
    var at = START.plusSeconds(offset);
    return new FeedEvent(offset, persistenceId, sequence, new Recorded<>(event, CAUSE, at, at));
  }

  public FeedEvent imported(RackId rack, Standing... tubes) {
    return event("rack|" + rack, new TubesImported("import-1", List.of(tubes)));
  }

  /** A motion with a tube, {@code from} seconds after the start. */
  public static List<Motion> motion(Motion.Kind kind, TubeId tube, double from, double seconds) {
    var start = START.plus(duration(from));
    return List.of(new Motion(kind, start, start.plus(duration(seconds)), 0, 1, tube.value()));
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /** One box after the other: seconds outside, all of them in the work area at weight 1. */
  public static List<BoxExposure> boxes(double... seconds) {
    return Arrays.stream(seconds).mapToObj(s -> new BoxExposure(s, s, 10)).toList();
  }
}
