package org.givre.orchestrator.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many iterations a search may take: 0 or more. */
final class IterationCount implements ITypeConverter<Long> {
  /** As many digits as surely fit. */
  private static final Pattern FORM = Pattern.compile("[0-9]{1,18}");

  @Override
  public Long convert(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new TypeConversionException(
          "expected a whole number of at least 0, found \"%s\"".formatted(text));
    }
    return Long.valueOf(text);
  }
}
