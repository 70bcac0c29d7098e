package org.givre.orchestrator.wiring;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.givre.orchestrator.wiring.StartRefusal.Reason;

/** Reads settings; one that is not what it should be is refused by its name. */
final class ConfigReader {
  private final Config config;

  ConfigReader(Config config) {
    this.config = config;
  }

  String text(String path) {
    return found(path, "a text", () -> config.getString(path));
  }

  boolean truth(String path) {
    return found(path, "true or false", () -> config.getBoolean(path));
  }

  int integer(String path, int least, int most) {
    var expected = "an integer from %d to %d".formatted(least, most);
    var value = found(path, expected, () -> config.getNumber(path)).doubleValue();
    if (value != Math.rint(value) || value < least || value > most) {
      throw refusal(path, expected, config.getString(path));
    }
    return (int) value;
  }

  double number(String path, double least, double most) {
    var expected =
        least == most ? "%s".formatted(least) : "a number from %s to %s".formatted(least, most);
    double value = found(path, expected, () -> config.getDouble(path));
    if (!(value >= least && value <= most)) {
      throw refusal(path, expected, config.getString(path));
    }
    return value;
  }

  /** A duration above 0, with its unit. */
  Duration duration(String path) {
    return duration(path, "a duration above 0 with its unit, such as 5s", Duration.ofNanos(1));
  }

  /** A duration of 0 or more, with its unit. */
  Duration durationOrZero(String path) {
    return duration(path, "a duration of 0s or more with its unit, such as 5s", Duration.ZERO);
  }

  private Duration duration(String path, String expected, Duration least) {
    var value = found(path, expected, () -> config.getDuration(path));
    if (value.compareTo(least) < 0) {
      throw refusal(path, expected, config.getString(path));
    }
    return value;
  }

  /** A whole number; empty for {@code random}. */
  OptionalLong seed(String path) {
    var text = text(path);
    try {
      return text.equals("random") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException notWhole) {
      throw refusal(path, "a whole number or \"random\"", text);
    }
  }

  private <T> T found(String path, String expected, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ConfigException.WrongType | ConfigException.BadValue wrong) {
      throw refusal(path, expected, config.getValue(path).render());
    } catch (ConfigException.Missing missing) {
      throw refusal(path, expected, "nothing");
    }
  }

  StartRefusal refusal(String path, String expected, String found) {
    return new StartRefusal(
        Reason.SETTINGS,
        "Setting %s: expected %s, found %s. Correct it in givre.conf, on the command line, or where else it was set."
            .formatted(path, expected, found));
  }
}
