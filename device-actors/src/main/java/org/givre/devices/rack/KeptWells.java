package org.givre.devices.rack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.rack.RackEvent.MissedTube;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/**
 * Wells of a rack that are believed empty and are not free all the same.
 *
 * @param onTheWay tubes that are coming back, each with its well
 * @param unknown wells in which a robot found something that it did not expect: nobody knows what
 *     stands there until an import says so
 */
record KeptWells(SortedMap<TubeId, Return> onTheWay, SortedSet<Spot> unknown) {
  static final KeptWells NONE = new KeptWells(new TreeMap<>(), new TreeSet<>());

  /** A well that is kept for a tube of a job. */
  record Return(JobId job, Standing standing) {}

  /** A well of the rack. */
  record Spot(int level, Well well) implements Comparable<Spot> {
    static Spot of(Standing standing) {
      return new Spot(standing.level(), standing.well());
    }

    @Override
    public int compareTo(Spot other) {
      return level == other.level
          ? well.compareTo(other.well)
          : Integer.compare(level, other.level);
    }
  }

  KeptWells {
    onTheWay = Collections.unmodifiableSortedMap(onTheWay);
    unknown = Collections.unmodifiableSortedSet(unknown);
  }

  /** Most of sixteen thousand racks keep nothing: they share one value. */
  private static KeptWells of(SortedMap<TubeId, Return> onTheWay, SortedSet<Spot> unknown) {
    return onTheWay.isEmpty() && unknown.isEmpty() ? NONE : new KeptWells(onTheWay, unknown);
  }

  KeptWells plus(JobId job, List<Standing> tubes) {
    var next = new TreeMap<>(onTheWay);
    tubes.forEach(tube -> next.put(tube.tube().id(), new Return(job, tube)));
    return of(next, unknown);
  }

  KeptWells minus(Collection<TubeId> tubes) {
    var next = new TreeMap<>(onTheWay);
    next.keySet().removeAll(tubes);
    return of(next, unknown);
  }

  /** An import has said what stands there. */
  KeptWells imported(List<Standing> tubes) {
    var next = new TreeSet<>(unknown);
    tubes.stream().map(Spot::of).forEach(next::remove);
    return of(onTheWay, next);
  }

  /** What was put back, or could not be, is no longer awaited; a mismatch leaves a well unknown. */
  KeptWells lifted(RackLifted lift) {
    var ways = new TreeMap<>(onTheWay);
    var spots = new TreeSet<>(unknown);
    lift.placed().forEach(placed -> ways.remove(placed.standing().tube().id()));
    lift.missed().forEach(missed -> ways.remove(missed.tube()));
    lift.placed().forEach(placed -> spots.remove(Spot.of(placed.standing())));
    lift.taken().forEach(taken -> spots.remove(new Spot(taken.level(), taken.well())));
    lift.missed().forEach(missed -> note(missed, spots));
    return of(ways, spots);
  }

  private static void note(MissedTube missed, SortedSet<Spot> spots) {
    var spot = new Spot(missed.level(), missed.well());
    switch (missed.finding()) {
      case EMPTY -> spots.remove(spot);
      case MISMATCH -> spots.add(spot);
    }
  }

  /** Those of {@code tubes} that {@code job} may have a well for, of those that are free. */
  List<Standing> grantable(JobId job, List<Standing> tubes) {
    var granted = new ArrayList<Standing>();
    var next = this;
    for (var tube : tubes) {
      if (next.grants(job, tube)) {
        granted.add(tube);
        next = next.plus(job, List.of(tube));
      }
    }
    return granted;
  }

  private boolean grants(JobId job, Standing tube) {
    var own = Optional.ofNullable(onTheWay.get(tube.tube().id()));
    return own.stream().allMatch(kept -> kept.job().equals(job))
        && !unknown.contains(Spot.of(tube))
        && keptFor(tube).stream().allMatch(kept -> kept.standing().tube().equals(tube.tube()));
  }

  /** For whom the well is kept in which {@code tube} is to stand. */
  private Optional<Return> keptFor(Standing tube) {
    return onTheWay.values().stream()
        .filter(kept -> Spot.of(kept.standing()).equals(Spot.of(tube)))
        .findFirst();
  }

  /** Those of {@code tubes} that no well is kept for, or another one. */
  List<Standing> news(JobId job, List<Standing> tubes) {
    return tubes.stream()
        .filter(tube -> !new Return(job, tube).equals(onTheWay.get(tube.tube().id())))
        .toList();
  }

  /** Those of {@code tubes} that a well is kept for on behalf of {@code job}. */
  List<TubeId> keptBy(JobId job, Collection<TubeId> tubes) {
    return onTheWay.entrySet().stream()
        .filter(kept -> kept.getValue().job().equals(job) && tubes.contains(kept.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Why an import of {@code tubes} contradicts what is on its way, in words. */
  List<String> conflicts(RackId rack, List<Standing> tubes) {
    return tubes.stream()
        .flatMap(tube -> conflict(tube).stream().map(kept -> words(rack, tube, kept)))
        .toList();
  }

  private Optional<Return> conflict(Standing tube) {
    return keptFor(tube).or(() -> Optional.ofNullable(onTheWay.get(tube.tube().id())));
  }

  private static String words(RackId rack, Standing tube, Return kept) {
    return "Well %s of box %d in rack %s is kept for tube %s, which job %s brings back; tube %s was to stand in well %s of box %d. Wait until it is back, or correct the row."
        .formatted(
            kept.standing().well(),
            kept.standing().level(),
            rack,
            kept.standing().tube().id(),
            kept.job(),
            tube.tube().id(),
            tube.well(),
            tube.level());
  }
}
