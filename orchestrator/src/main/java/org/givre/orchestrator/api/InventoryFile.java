package org.givre.orchestrator.api;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.orchestrator.view.Place;
import org.givre.orchestrator.view.TubePicture;
import org.givre.orchestrator.view.TubeState;
import org.givre.orchestrator.view.TubeView;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/**
 * A whole inventory, held against itself and against the store. A row that says what is known
 * already is harmless: an import that broke off is resumed by sending it again.
 */
final class InventoryFile {
  /** Enough to correct a file by; the rest is counted. */
  private static final int MOST_ERRORS = 10_000;

  private final TubeView tubes;
  private final Complaints complaints = new Complaints(MOST_ERRORS);
  private final Map<TubeId, Long> lineByTube = new HashMap<>();
  private final Map<Position, Long> lineByWell = new HashMap<>();
  private final SortedMap<RackId, List<Standing>> arriving = new TreeMap<>();
  private int rows;
  private int unchanged;

  private InventoryFile(TubeView tubes) {
    this.tubes = tubes;
  }

  /**
   * Reads and checks an inventory.
   *
   * @param lenient whether unknown columns are passed over
   * @throws ProblemException when it is no inventory at all
   */
  static InventoryFile read(
      InputStream csv, StoreDefinition store, TubeView tubes, boolean lenient) {
    var file = new InventoryFile(tubes);
    var known = new TreeSet<>(InventoryColumns.ALL);
    try (var sheet = CsvSheet.open(csv, lenient ? Optional.empty() : Optional.of(known))) {
      sheet.require(InventoryColumns.ALL);
      for (var row = sheet.next(); row.isPresent(); row = sheet.next()) {
        file.rows++;
        InventoryRow.read(row.get(), store, file.complaints).ifPresent(file::add);
      }
    }
    return file;
  }

  private void add(InventoryRow row) {
    var tube = row.standing().tube();
    var position = new Position(row.rack(), row.standing().level(), row.standing().well());
    var tubeBefore = lineByTube.putIfAbsent(tube.id(), row.at().line());
    var wellBefore = lineByWell.putIfAbsent(position, row.at().line());
    if (tubeBefore != null) {
      complain(
          row,
          ProblemCode.TUBE_TWICE,
          "Tube %s stands in row %d already.".formatted(tube.id(), tubeBefore));
    } else if (wellBefore != null) {
      complain(
          row,
          ProblemCode.WELL_TWICE,
          "Row %d puts a tube into level %d, well %s of rack %s already."
              .formatted(wellBefore, position.level(), position.well(), position.rack()));
    } else if (isNew(row, position)) {
      arriving.computeIfAbsent(row.rack(), none -> new ArrayList<>()).add(row.standing());
    }
  }

  /** Whether the row says something that is not known yet and contradicts nothing. */
  private boolean isNew(InventoryRow row, Position position) {
    var known = tubes.tube(row.standing().tube().id());
    if (known.stream().anyMatch(tube -> !tube.tube().equals(row.standing().tube()))) {
      return complain(
          row,
          ProblemCode.TUBE_DIFFERS,
          "Tube %s is known as %s, %s, aliquot %d."
              .formatted(
                  known.get().tube().id(),
                  known.get().tube().specimen(),
                  known.get().tube().material(),
                  known.get().tube().aliquot()));
    }
    if (known.stream().anyMatch(tube -> standsAt(tube, position))) {
      unchanged++;
      return false;
    }
    return isFree(row, known, position);
  }

  private boolean isFree(InventoryRow row, Optional<TubePicture> known, Position position) {
    if (known.stream().anyMatch(InventoryFile::isHere)) {
      return complain(
          row,
          ProblemCode.TUBE_ELSEWHERE,
          "Tube %s is known at %s."
              .formatted(known.get().tube().id(), TubeJson.place(known.get().place())));
    }
    var other = tubes.tubeAt(position.rack(), position.level(), position.well());
    return other.isEmpty()
        || complain(
            row,
            ProblemCode.WELL_TAKEN,
            "Tube %s stands in level %d, well %s of rack %s."
                .formatted(other.get(), position.level(), position.well(), position.rack()));
  }

  private static boolean standsAt(TubePicture tube, Position position) {
    return tube.stands()
        && tube.place() instanceof Place.InRack in
        && in.position().equals(position);
  }

  /** A tube that was delivered may come back; one that is missing may be found. */
  private static boolean isHere(TubePicture tube) {
    return tube.state() == TubeState.STORED || tube.state() == TubeState.IN_TRANSIT;
  }

  private boolean complain(InventoryRow row, ProblemCode code, String message) {
    complaints.add(row.at(), code, message);
    return false;
  }

  /** Everything that is wrong with it. */
  Complaints complaints() {
    return complaints;
  }

  int rows() {
    return rows;
  }

  /** Rows that say what is known already. */
  int unchanged() {
    return unchanged;
  }

  /** The tubes that it brings, by rack, in the order of the file. */
  SortedMap<RackId, List<Standing>> arriving() {
    return Collections.unmodifiableSortedMap(arriving);
  }

  /** Racks that it names in rows that are right. */
  long racks() {
    return lineByWell.keySet().stream().map(Position::rack).distinct().count();
  }

  int tubesArriving() {
    return arriving.values().stream().mapToInt(List::size).sum();
  }
}
