package org.givre.devices.rack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/** Which tubes stand where in a rack. */
record RackContent(RackId rack, RackShape shape, List<PackedBox> boxes) {
  RackContent {
    boxes = List.copyOf(boxes);
  }

  static RackContent empty(RackId rack, RackShape shape) {
    return new RackContent(rack, shape, Collections.nCopies(shape.levels(), PackedBox.EMPTY));
  }

  /** Tubes by level, top box first. */
  List<Integer> boxTubes() {
    return boxes.stream().map(PackedBox::tubes).toList();
  }

  /** Those of {@code asked} that stand here. */
  SortedMap<TubeId, Standing> find(Collection<TubeId> asked) {
    var found = new TreeMap<TubeId, Standing>();
    if (!asked.isEmpty()) {
      select(barcodes(asked)::contains).forEach(s -> found.put(s.tube().id(), s));
    }
    return found;
  }

  /** With more tubes; who was believed to stand in one of their wells is no longer. */
  RackContent plus(List<Standing> tubes) {
    var next = new ArrayList<>(boxes);
    for (int level = 1; level <= boxes.size(); level++) {
      var here = level;
      var added = tubes.stream().filter(s -> s.level() == here).toList();
      if (!added.isEmpty()) {
        var all = boxes.get(level - 1).select(level, barcode -> true);
        var wells = added.stream().map(Standing::well).toList();
        all.removeIf(standing -> wells.contains(standing.well()));
        all.addAll(added);
        next.set(level - 1, PackedBox.of(all));
      }
    }
    return new RackContent(rack, shape, next);
  }

  /** Without {@code gone}, wherever they stood. */
  RackContent minus(Collection<TubeId> gone) {
    var names = barcodes(gone);
    var next = boxes.stream().map(box -> box.without(names)).toList();
    return new RackContent(rack, shape, next);
  }

  /** Why {@code tubes} cannot be put in, in words; empty where they can or stand there already. */
  List<String> conflicts(List<Standing> tubes) {
    var known = new Occupied(select(barcode -> true));
    var conflicts = new ArrayList<String>();
    for (var tube : tubes) {
      if (fits(tube)) {
        known.clashing(tube).forEach(other -> conflicts.add(conflict(tube, other)));
        known.add(tube);
      } else {
        conflicts.add(outside(tube));
      }
    }
    return conflicts;
  }

  /** Those of {@code tubes} that are not here and whose well is empty. */
  List<Standing> welcome(List<Standing> tubes) {
    var known = new Occupied(select(barcode -> true));
    return tubes.stream().filter(tube -> fits(tube) && known.isFreeFor(tube)).toList();
  }

  private boolean fits(Standing tube) {
    return tube.level() >= 1 && tube.level() <= shape.levels() && shape.labware().has(tube.well());
  }

  private String conflict(Standing tube, Standing other) {
    return tube.tube().id().equals(other.tube().id())
        ? "Tube %s already stands in rack %s as %s; it was to be %s. Correct the row or the earlier import."
            .formatted(tube.tube().id(), rack, words(other), words(tube))
        : "Well %s of box %d in rack %s holds tube %s; tube %s was to stand there. Scan the box and correct the row."
            .formatted(tube.well(), tube.level(), rack, other.tube().id(), tube.tube().id());
  }

  private static String words(Standing standing) {
    return "%s/%s/%d in box %d, well %s"
        .formatted(
            standing.tube().specimen(),
            standing.tube().material(),
            standing.tube().aliquot(),
            standing.level(),
            standing.well());
  }

  private String outside(Standing tube) {
    var labware = shape.labware();
    return "Rack %s has boxes 1 to %d with %d rows and %d columns; box %d, well %s was given for tube %s. Check the row or the store file."
        .formatted(
            rack,
            shape.levels(),
            labware.rows(),
            labware.columns(),
            tube.level(),
            tube.well(),
            tube.tube().id());
  }

  private List<Standing> select(Predicate<String> wanted) {
    var selected = new ArrayList<Standing>();
    for (int level = 1; level <= boxes.size(); level++) {
      selected.addAll(boxes.get(level - 1).select(level, wanted));
    }
    return selected;
  }

  private static Set<String> barcodes(Collection<TubeId> tubes) {
    return tubes.stream().map(TubeId::value).collect(Collectors.toCollection(TreeSet::new));
  }
}
