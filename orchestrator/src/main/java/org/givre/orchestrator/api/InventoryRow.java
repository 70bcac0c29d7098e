package org.givre.orchestrator.api;

import java.util.Optional;
import java.util.function.Function;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** One row of an inventory: a tube and a well that the store has. */
record InventoryRow(Locus.Row at, Dewar dewar, RackId rack, Standing standing) {
  private static final int LONGEST_MATERIAL = 255;
  private static final int MOST_DIGITS = 6;

  /** Reads a row; complains once of what is wrong with it. */
  static Optional<InventoryRow> read(
      CsvSheet.Row row, StoreDefinition store, Complaints complaints) {
    try {
      return Optional.of(read(row, store));
    } catch (Refused refused) {
      complaints.add(row.at(), refused.code, refused.detail);
      return Optional.empty();
    }
  }

  private static InventoryRow read(CsvSheet.Row row, StoreDefinition store) {
    if (!row.complete()) {
      throw new Refused(ProblemCode.ROW_MALFORMED, row.incomplete().message());
    }
    var barcode = name(row.get(InventoryColumns.TUBE), TubeId::new, ProblemCode.BARCODE_MALFORMED);
    var specimen =
        name(row.get(InventoryColumns.SPECIMEN), SpecimenId::new, ProblemCode.SPECIMEN_MALFORMED);
    var tube = new Tube(barcode, specimen, material(row), aliquot(row));
    var dewar = dewar(row, store);
    var rack = rack(row, dewar, store);
    var standing = new Standing(tube, level(row, dewar, rack), well(row, dewar, rack));
    return new InventoryRow(row.at(), dewar, rack, standing);
  }

  private static <T> T name(String text, Function<String, T> type, ProblemCode code) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException refused) {
      throw new Refused(code, refused.getMessage() + ".");
    }
  }

  private static String material(CsvSheet.Row row) {
    var material = row.get(InventoryColumns.MATERIAL);
    if (material.length() > LONGEST_MATERIAL
        || !material.chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw new Refused(
          ProblemCode.MATERIAL_MALFORMED,
          "A material has at most %d printable ASCII characters.".formatted(LONGEST_MATERIAL));
    }
    return material;
  }

  private static int aliquot(CsvSheet.Row row) {
    return number(row.get(InventoryColumns.ALIQUOT))
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.ALIQUOT_MALFORMED,
                    "Expected an aliquot number from 0 to 999999, found \"%s\"."
                        .formatted(clipped(row.get(InventoryColumns.ALIQUOT)))));
  }

  /** A number of up to six digits without leading zeros. */
  private static Optional<Integer> number(String text) {
    var plain =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && (text.length() == 1 || text.charAt(0) != '0');
    for (int i = 0; plain && i < text.length(); i++) {
      plain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return plain ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Dewar dewar(CsvSheet.Row row, StoreDefinition store) {
    var id = row.get(InventoryColumns.DEWAR);
    return known(id, DewarId::new)
        .flatMap(store::dewar)
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.DEWAR_UNKNOWN,
                    "The store has no dewar \"%s\".".formatted(clipped(id))));
  }

  private static RackId rack(CsvSheet.Row row, Dewar dewar, StoreDefinition store) {
    var id = row.get(InventoryColumns.RACK);
    var rack = known(id, RackId::new);
    var home = rack.flatMap(store::dewarOf);
    if (rack.isEmpty() || home.isEmpty()) {
      throw new Refused(
          ProblemCode.RACK_UNKNOWN, "The store has no rack \"%s\".".formatted(clipped(id)));
    }
    if (!home.get().id().equals(dewar.id())) {
      throw new Refused(
          ProblemCode.RACK_ELSEWHERE,
          "Rack %s hangs in dewar %s, not in %s.".formatted(id, home.get().id(), dewar.id()));
    }
    return rack.get();
  }

  private static <T> Optional<T> known(String text, Function<String, T> type) {
    try {
      return Optional.of(type.apply(text));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private static int level(CsvSheet.Row row, Dewar dewar, RackId rack) {
    return number(row.get(InventoryColumns.LEVEL))
        .filter(level -> level >= 1 && level <= dewar.levels())
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.LEVEL_UNKNOWN,
                    "Rack %s has levels 1 (top) to %d, found \"%s\"."
                        .formatted(
                            rack, dewar.levels(), clipped(row.get(InventoryColumns.LEVEL)))));
  }

  private static Well well(CsvSheet.Row row, Dewar dewar, RackId rack) {
    var text = row.get(InventoryColumns.WELL);
    var labware = dewar.labware();
    return known(text, Well::parse)
        .filter(labware::has)
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.WELL_UNKNOWN,
                    "The boxes of rack %s have wells A1 to %s, found \"%s\"."
                        .formatted(
                            rack,
                            new Well(labware.rows() - 1, labware.columns()).label(),
                            clipped(text))));
  }

  private static String clipped(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }

  /** What is wrong with a row. */
  private static final class Refused extends RuntimeException {
    private final ProblemCode code;
    private final String detail;

    private Refused(ProblemCode code, String detail) {
      super(detail, null, false, false);
      this.code = code;
      this.detail = detail;
    }
  }
}
