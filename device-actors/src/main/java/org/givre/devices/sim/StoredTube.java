package org.givre.devices.sim;

import java.time.Duration;
import java.time.Instant;
import org.givre.plans.store.Position;
import org.givre.plans.store.Tube;

/** One tube and what has become of it since it was first loaded. */
final class StoredTube {
  private static final double NANOS_PER_SECOND = 1e9;

  private Tube tube;
  private String importId;
  private Position loadedAt;
  private TubePlace place;
  private Instant since;
  private int picks;
  private int places;
  private double boxOutSeconds;
  private double carrierSeconds;
  private double boxClockThen;

  StoredTube(LoadedTube loaded, String importId, TubePlace.InRack place, double boxClockThen) {
    this.tube = loaded.tube();
    this.importId = importId;
    this.loadedAt = loaded.position();
    this.place = place;
    this.since = Instant.EPOCH;
    this.boxClockThen = boxClockThen;
  }

  /** A tube that has not been moved yet. */
  static StoredTube of(RestingTube resting) {
    var place = new TubePlace.InRack(resting.dewar(), resting.loaded().position());
    return new StoredTube(resting.loaded(), resting.importId(), place, resting.boxOutSeconds());
  }

  Tube tube() {
    return tube;
  }

  TubePlace place() {
    return place;
  }

  /** When it came to its place; the epoch where it was first loaded. */
  Instant since() {
    return since;
  }

  /** Whether {@code importId} has put it there, wherever it has gone since. */
  boolean cameBy(String importId, LoadedTube loaded) {
    return this.importId.equals(importId)
        && loadedAt.equals(loaded.position())
        && tube.equals(loaded.tube());
  }

  /** Somebody has put it back into a rack. */
  void reload(LoadedTube loaded, String importId) {
    tube = loaded.tube();
    this.importId = importId;
    loadedAt = loaded.position();
  }

  void countPick() {
    picks++;
  }

  void countPlace() {
    places++;
  }

  /** Leaves for {@code to}; the clocks of the boxes say how long it was warm until now. */
  void move(TubePlace to, Instant at, BoxClocks boxes) {
    boxOutSeconds = boxOut(boxes);
    carrierSeconds = inCarriers(at);
    place = to;
    since = at;
    boxClockThen = boxClock(boxes);
  }

  TubeTruth truth(Instant now, BoxClocks boxes) {
    return new TubeTruth(tube, place, picks, places, boxOut(boxes), inCarriers(now));
  }

  private double boxOut(BoxClocks boxes) {
    return boxOutSeconds + boxClock(boxes) - boxClockThen;
  }

  private double boxClock(BoxClocks boxes) {
    if (place instanceof TubePlace.InRack in) {
      return boxes.seconds(Box.of(in.position()));
    }
    return 0;
  }

  private double inCarriers(Instant now) {
    return place instanceof TubePlace.InCarrier
        ? carrierSeconds + Duration.between(since, now).toNanos() / NANOS_PER_SECOND
        : carrierSeconds;
  }
}
