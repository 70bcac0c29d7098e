package org.givre.bench.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settings by name, as a command line gives them: {@code name=value}. */
record Arguments(SortedMap<String, String> values) {

  static Arguments parse(Iterable<String> words) {
    var values = new TreeMap<String, String>();
    for (var word : words) {
      if (!word.isBlank()) {
        var equals = word.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException("Expected name=value, found \"" + word + "\"");
        }
        values.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return new Arguments(values);
  }

  /** These, with one more or another value. */
  Arguments with(String name, Object value) {
    var more = new TreeMap<>(values);
    more.put(name, value.toString());
    return new Arguments(more);
  }

  /** These where nothing else is given in {@code stronger}. */
  Arguments under(Arguments stronger) {
    var more = new TreeMap<>(values);
    more.putAll(stronger.values);
    return new Arguments(more);
  }

  String text(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Setting " + name + " is missing");
    }
    return value;
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }

  Duration seconds(String name) {
    return Duration.ofMillis(Math.round(Double.parseDouble(text(name)) * 1000));
  }

  Path path(String name) {
    return Path.of(text(name));
  }
}
