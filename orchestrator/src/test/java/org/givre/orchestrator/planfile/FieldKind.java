package org.givre.orchestrator.planfile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a field of an exchange file may be, told by what it must not be. */
enum FieldKind {
  TEXT("a text", "7 true [] {}"),
  INTEGER("an integer", "\"x\" 2.5 NaN 99999999999 true [] {}"),
  LONG("an integer", "\"x\" 2.5 NaN 1e30 true [] {}"),
  COUNT("an integer of at least 0", "\"x\" 2.5 NaN 99999999999 -1 [] {}"),
  ANY_NUMBER("a number", "\"1\" true [] {}"),
  NUMBER(ANY_NUMBER, "a finite number", "NaN 1e999 -1e999"),
  AT_LEAST_0(NUMBER, "a finite number of at least 0", "-1 -1e-9"),
  ABOVE_0(NUMBER, "a finite number above 0", "-1 0"),
  OBJECT("an object", "7 \"x\" []"),
  LIST("a list", "7 \"x\" {}");

  private final Optional<FieldKind> wider;
  private final String expected;
  private final String wrong;

  FieldKind(String expected, String wrong) {
    this.wider = Optional.empty();
    this.expected = expected;
    this.wrong = wrong;
  }

  FieldKind(FieldKind wider, String expected, String wrong) {
    this.wider = Optional.of(wider);
    this.expected = expected;
    this.wrong = wrong;
  }

  /** Values that a field of this kind cannot have. */
  List<Wrong> wrong() {
    var own = Arrays.stream(wrong.split(" ", -1)).map(value -> new Wrong(value, expected));
    return Stream.concat(wider.stream().flatMap(kind -> kind.wrong().stream()), own).toList();
  }

  /** What its absence is met with. */
  String missed() {
    return wider.map(FieldKind::missed).orElse(expected);
  }

  /**
   * A value as it is written in a file.
   *
   * @param expected what the complaint says instead
   */
  record Wrong(String value, String expected) {}
}
