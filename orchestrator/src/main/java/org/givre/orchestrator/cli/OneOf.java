package org.givre.orchestrator.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words. */
final class OneOf {
  private OneOf() {}

  /** The one that is written like {@code text}, in capitals or not. */
  static <T> T of(T[] all, String text) {
    return Arrays.stream(all)
        .filter(one -> one.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of %s, found \"%s\"".formatted(words(all), text)));
  }

  private static String words(Object[] all) {
    return Arrays.stream(all).map(Object::toString).collect(Collectors.joining(", "));
  }
}
