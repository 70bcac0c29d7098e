package org.givre.orchestrator.api;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * CSV in UTF-8 with a header: separated by comma, semicolon or tab, with or without a byte order
 * mark. Columns are found by name, in any order. Rows are read one by one.
 */
final class CsvSheet implements AutoCloseable {
  /** The header is looked at before anything else; a longer one is no header. */
  private static final int LONGEST_HEADER_BYTES = 4_096;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CloseableIterator<CsvRecord> records;
  private final SortedMap<String, Integer> columns;

  /** One line of the sheet. */
  static final class Row {
    private final CsvRecord fields;
    private final SortedMap<String, Integer> columns;

    private Row(CsvRecord fields, SortedMap<String, Integer> columns) {
      this.fields = fields;
      this.columns = columns;
    }

    /** The line that it begins on, from 1. */
    Locus.Row at() {
      return new Locus.Row(fields.getStartingLineNumber());
    }

    /** Whether it has as many fields as the header. */
    boolean complete() {
      return fields.getFieldCount() == columns.size();
    }

    /** The complaint that it is not {@link #complete}. */
    ProblemError incomplete() {
      return new ProblemError(
          at(),
          ProblemCode.ROW_MALFORMED,
          "Expected %d fields as in the header, found %d."
              .formatted(columns.size(), fields.getFieldCount()));
    }

    /** The field of that column without blanks around it; empty where there is no such column. */
    String get(String column) {
      var index = columns.get(column);
      return index == null || index >= fields.getFieldCount() ? "" : fields.getField(index).strip();
    }
  }

  private CsvSheet(CloseableIterator<CsvRecord> records, SortedMap<String, Integer> columns) {
    this.records = records;
    this.columns = columns;
  }

  /**
   * Opens a sheet.
   *
   * @param known columns that it may have; empty: all
   * @throws ProblemException when it has no header or a column that is not known
   */
  static CsvSheet open(InputStream body, Optional<SortedSet<String>> known) {
    try {
      var input = new BufferedInputStream(body, LONGEST_HEADER_BYTES);
      skipByteOrderMark(input);
      var separator = separator(input);
      var decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      var records =
          CsvReader.builder()
              .fieldSeparator(separator)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .ofCsvRecord(new InputStreamReader(input, decoder))
              .iterator();
      return reading(() -> new CsvSheet(records, header(records, known)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void skipByteOrderMark(InputStream input) throws IOException {
    input.mark(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(input.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      input.reset();
    }
  }

  private static char separator(InputStream input) throws IOException {
    input.mark(LONGEST_HEADER_BYTES);
    var bytes = input.readNBytes(LONGEST_HEADER_BYTES);
    input.reset();
    var header = new String(bytes, StandardCharsets.UTF_8).stripLeading();
    var end = header.indexOf('\n');
    var line = end < 0 ? header : header.substring(0, end);
    return line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
  }

  private static SortedMap<String, Integer> header(
      CloseableIterator<CsvRecord> records, Optional<SortedSet<String>> known) {
    if (!records.hasNext()) {
      throw malformed("Expected a header line, found an empty body.");
    }
    var header = records.next();
    var columns = new TreeMap<String, Integer>();
    for (int i = 0; i < header.getFieldCount(); i++) {
      var name = name(header.getField(i));
      if (known.stream().anyMatch(names -> !names.contains(name))) {
        throw malformed(
            "Column \"%s\" is not known here; known are %s."
                .formatted(name, String.join(", ", known.orElseThrow())));
      }
      if (columns.put(name, i) != null) {
        throw malformed("Column \"%s\" stands twice in the header.".formatted(name));
      }
    }
    return columns;
  }

  private static String name(String field) {
    var name = field.strip().toLowerCase(Locale.ROOT);
    return name.length() <= 60 ? name : name.substring(0, 60) + "...";
  }

  /** Whether the header has that column. */
  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Refuses a sheet that lacks one of {@code required}. */
  void require(List<String> required) {
    var missing = required.stream().filter(column -> !has(column)).toList();
    if (!missing.isEmpty()) {
      throw malformed(
          "The header lacks %s; found %s."
              .formatted(String.join(", ", missing), String.join(", ", columns.keySet())));
    }
  }

  /** The next row, if there is one. */
  Optional<Row> next() {
    return reading(
        () -> records.hasNext() ? Optional.of(new Row(records.next(), columns)) : Optional.empty());
  }

  private interface Reading<T> {
    T read();
  }

  private static <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (CsvParseException broken) {
      throw malformed(broken.getMessage() + ". Correct the quotes there.");
    } catch (UncheckedIOException unreadable) {
      if (unreadable.getCause() instanceof CharacterCodingException) {
        throw malformed("The body must be UTF-8; found bytes that are not. Save it as UTF-8.");
      }
      throw unreadable;
    }
  }

  static ProblemException malformed(String detail) {
    return Problem.of(ProblemCode.CSV_MALFORMED, detail).thrown();
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
