package org.givre.orchestrator.dispatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.givre.plans.store.TubeId;

/**
 * How long a paused job's tube may stay in a carrier: until the limit, and then for as long as it
 * takes to begin bringing it back, whenever its picker and its dewar are in service.
 *
 * @param served since when a device is in service; empty while it is not
 */
record CarrierLimit(
    Script script,
    List<Instant> starts,
    Function<Target, Optional<Instant>> served,
    Consumer<String> complaints) {
  /** In engine time: a lift that is under way, the rack's re-cooling, another rack's put-back. */
  private static final Duration MOTIONS = Duration.ofMinutes(5);

  /** On the wall: planning and hearing of it, on a busy machine. */
  private static final double WALL_SECONDS = 2;

  /** Judges a tube that was still in its carrier at the end of a pause. */
  void check(Carriage ride, TubeId tube, Window pause) {
    var picker = served.apply(new Target(Target.Kind.PICKER, ride.picker()));
    var dewar = served.apply(new Target(Target.Kind.DEWAR, ride.origin().value()));
    if (picker.isEmpty() || dewar.isEmpty()) {
      return;
    }
    var due =
        List.of(
            ride.pickedAt().plus(script.carrierHold()),
            pause.from(),
            picker.get(),
            dewar.get(),
            lastStart(pause.to()));
    var late = due.stream().max(Instant::compareTo).map(at -> Duration.between(at, pause.to()));
    if (late.orElseThrow().compareTo(allowed()) > 0) {
      complaints.accept("%s was late by %s in pause %s: %s".formatted(tube, late, pause, ride));
    }
  }

  private Instant lastStart(Instant before) {
    return starts.stream()
        .filter(at -> at.isBefore(before))
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }

  private Duration allowed() {
    return MOTIONS.plusMillis(Math.round(WALL_SECONDS * 1_000 * script.speed()));
  }
}
