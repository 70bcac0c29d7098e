package org.givre.orchestrator.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code 500ms}, {@code 1s} or {@code 2m}. */
final class TimeLimit implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m)");

  @Override
  public Duration convert(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new TypeConversionException(
          "expected a number with ms, s or m such as 500ms or 1s, found \"%s\"".formatted(text));
    }
    var number = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
