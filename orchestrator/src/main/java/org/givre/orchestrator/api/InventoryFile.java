package org.givre.orchestrator.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.orchestrator.columns.IntColumn;
import org.givre.orchestrator.columns.TubeTable;
import org.givre.orchestrator.view.Place;
import org.givre.orchestrator.view.TubePicture;
import org.givre.orchestrator.view.TubeState;
import org.givre.orchestrator.view.TubeView;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;

/**
 * A whole inventory, held against itself and against the store, in about 50 bytes a row. A row that
 * says what is known already is harmless: an import that broke off is resumed by sending it again.
 */
final class InventoryFile {
  /** Enough to correct a file by; the rest is counted. */
  private static final int MOST_ERRORS = 10_000;

  /** Some milliseconds of work. */
  private static final int ROWS_BETWEEN_SIGNS = 1_000;

  private final TubeView tubes;
  private final Complaints complaints = new Complaints(MOST_ERRORS);
  private final TubeTable named = new TubeTable();

  /** By the numbers of the tubes that are named. */
  private final IntColumn lines = new IntColumn();

  private final SortedMap<RackId, InventoryRack> racks = new TreeMap<>();
  private int rows;
  private int unchanged;

  private InventoryFile(TubeView tubes) {
    this.tubes = tubes;
  }

  /**
   * Reads and checks an inventory.
   *
   * @param sheet has been opened, and is closed by the caller
   * @param checked hears how many rows have been checked, every now and then
   * @throws ProblemException when it is no inventory at all
   */
  static InventoryFile read(
      CsvSheet sheet, StoreDefinition store, TubeView tubes, IntConsumer checked) {
    var file = new InventoryFile(tubes);
    sheet.require(InventoryColumns.ALL);
    for (var row = sheet.next(); row.isPresent(); row = sheet.next()) {
      file.rows++;
      InventoryRow.read(row.get(), store, file.complaints).ifPresent(file::add);
      if (file.rows % ROWS_BETWEEN_SIGNS == 0) {
        checked.accept(file.rows);
      }
    }
    checked.accept(file.rows);
    return file;
  }

  private void add(InventoryRow row) {
    var standing = row.standing();
    var line = Math.toIntExact(row.at().line());
    var rack = racks.computeIfAbsent(row.rack(), none -> new InventoryRack(row.dewar()));
    var tube = named.add(standing.tube());
    var wellBefore = rack.name(standing.level(), standing.well(), line);
    var position = new Position(row.rack(), standing.level(), standing.well());
    if (tube < lines.size()) {
      complain(
          row,
          ProblemCode.TUBE_TWICE,
          "Tube %s stands in row %d already.".formatted(standing.tube().id(), lines.get(tube)));
      return;
    }
    lines.add(line);
    if (wellBefore != 0) {
      complain(
          row,
          ProblemCode.WELL_TWICE,
          "Row %d puts a tube into level %d, well %s of rack %s already."
              .formatted(wellBefore, position.level(), position.well(), position.rack()));
    } else if (isNew(row, position)) {
      rack.arrive(standing.level(), standing.well(), tube);
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

  /** Racks to which it brings tubes. */
  List<RackId> arriving() {
    return racks.entrySet().stream()
        .filter(rack -> rack.getValue().arriving() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The tubes that it brings to some racks: top box first, row by row. */
  SortedMap<RackId, List<Standing>> arriving(List<RackId> some) {
    var arriving = new TreeMap<RackId, List<Standing>>();
    for (var rack : some) {
      Optional.ofNullable(racks.get(rack))
          .ifPresent(tubes -> arriving.put(rack, tubes.arriving(named)));
    }
    return arriving;
  }

  /** How many racks it names in rows that are right. */
  int racks() {
    return racks.size();
  }

  int tubesArriving() {
    return racks.values().stream().mapToInt(InventoryRack::arriving).sum();
  }
}
