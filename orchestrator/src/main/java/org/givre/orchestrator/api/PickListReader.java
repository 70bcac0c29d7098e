package org.givre.orchestrator.api;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.givre.orchestrator.api.JobRequest.AskedTube;
import org.givre.orchestrator.job.Asked;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.TubeId;

/** Reads a pick list: one column of barcodes, or one of specimens and perhaps their material. */
final class PickListReader {
  private static final String TUBE = "tube_barcode";
  private static final String SPECIMEN = "specimen_id";
  private static final String MATERIAL = "material";
  private static final String PRIORITY = "priority";
  private static final int LONGEST_MATERIAL = 255;
  private static final SortedSet<String> KNOWN =
      new TreeSet<>(List.of(TUBE, SPECIMEN, MATERIAL, PRIORITY));

  private final List<Locus.Row> rows = new ArrayList<>();
  private final List<AskedTube> items = new ArrayList<>();
  private final List<ProblemError> errors = new ArrayList<>();
  private OptionalInt priority = OptionalInt.empty();

  private PickListReader() {}

  /**
   * Reads a pick list.
   *
   * @param lenient whether unknown columns are passed over
   * @throws ProblemException when it is no pick list at all
   */
  static PickList read(byte[] body, boolean lenient) {
    var known = lenient ? Optional.<SortedSet<String>>empty() : Optional.of(KNOWN);
    try (var sheet = CsvSheet.open(new ByteArrayInputStream(body), known)) {
      var reader = new PickListReader();
      reader.rows(sheet);
      return new PickList(
          reader.rows,
          reader.items,
          reader.errors,
          reader.priority.orElse(JobRequestReader.USUAL_PRIORITY));
    }
  }

  private void rows(CsvSheet sheet) {
    if (sheet.has(TUBE) == sheet.has(SPECIMEN)) {
      throw CsvSheet.malformed(
          "A pick list has exactly one of the columns %s and %s.".formatted(TUBE, SPECIMEN));
    }
    for (var row = sheet.next(); row.isPresent(); row = sheet.next()) {
      if (rows.size() == JobRequestReader.MOST_ITEMS) {
        throw CsvSheet.malformed(
            "A pick list has at most %,d rows. Split it.".formatted(JobRequestReader.MOST_ITEMS));
      }
      rows.add(row.get().at());
      row(row.get(), sheet.has(TUBE)).ifPresent(items::add);
    }
    if (rows.isEmpty()) {
      throw CsvSheet.malformed("Expected rows after the header, found none.");
    }
  }

  private Optional<AskedTube> row(CsvSheet.Row row, boolean byTube) {
    if (!row.complete()) {
      errors.add(row.incomplete());
      return Optional.empty();
    }
    if (!priority(row)) {
      return Optional.empty();
    }
    var asked = byTube ? tube(row) : specimen(row);
    return asked.map(a -> new AskedTube(a, row.at()));
  }

  private Optional<Asked> tube(CsvSheet.Row row) {
    if (!row.get(MATERIAL).isEmpty()) {
      refuse(row, ProblemCode.MATERIAL_MALFORMED, "A material goes with a specimen alone.");
      return Optional.empty();
    }
    return name(row, TUBE, TubeId::new).map(Asked.NamedTube::new);
  }

  private Optional<Asked> specimen(CsvSheet.Row row) {
    var material = Optional.of(row.get(MATERIAL)).filter(text -> !text.isEmpty());
    if (material.stream().anyMatch(text -> text.length() > LONGEST_MATERIAL)) {
      refuse(row, ProblemCode.MATERIAL_MALFORMED, "A material has at most 255 characters.");
      return Optional.empty();
    }
    return name(row, SPECIMEN, SpecimenId::new).map(id -> new Asked.OfSpecimen(id, material));
  }

  private <T> Optional<T> name(CsvSheet.Row row, String column, Function<String, T> type) {
    try {
      return Optional.of(type.apply(row.get(column)));
    } catch (IllegalArgumentException refused) {
      var code =
          column.equals(TUBE) ? ProblemCode.BARCODE_MALFORMED : ProblemCode.SPECIMEN_MALFORMED;
      refuse(row, code, refused.getMessage() + ".");
      return Optional.empty();
    }
  }

  /** Whether the row's priority is one, and that of the rows before. */
  private boolean priority(CsvSheet.Row row) {
    var text = row.get(PRIORITY);
    if (text.isEmpty()) {
      return true;
    }
    if (!text.matches("[1-9]")) {
      refuse(
          row,
          ProblemCode.OUT_OF_RANGE,
          "Expected a priority from 1 to 9, found \"%s\".".formatted(clipped(text)));
      return false;
    }
    var value = Integer.parseInt(text);
    if (priority.isPresent() && priority.getAsInt() != value) {
      refuse(
          row,
          ProblemCode.PRIORITY_DIFFERS,
          "A pick list is one job with one priority; rows before name %d, this one %d."
              .formatted(priority.getAsInt(), value));
      return false;
    }
    priority = OptionalInt.of(value);
    return true;
  }

  private void refuse(CsvSheet.Row row, ProblemCode code, String message) {
    errors.add(new ProblemError(row.at(), code, message));
  }

  private static String clipped(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
