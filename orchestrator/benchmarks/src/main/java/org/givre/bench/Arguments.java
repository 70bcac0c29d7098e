package org.givre.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settings by name, as a command line gives them: {@code name=value}. */
public record Arguments(SortedMap<String, String> values) {

  public static Arguments parse(Iterable<String> words) {
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
  public Arguments with(String name, Object value) {
    var more = new TreeMap<>(values);
    more.put(name, value.toString());
    return new Arguments(more);
  }

  /** Whether the list that a setting is, parted by commas, has a word in it. */
  public boolean lists(String name, String word) {
    return list(name).contains(word);
  }

  /** The words of a setting, parted by commas; none where it is empty. */
  public List<String> list(String name) {
    return Arrays.stream(text(name).split(",")).filter(word -> !word.isBlank()).toList();
  }

  /** These where nothing else is given in {@code stronger}. */
  public Arguments under(Arguments stronger) {
    var more = new TreeMap<>(values);
    more.putAll(stronger.values);
    return new Arguments(more);
  }

  public String text(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Setting " + name + " is missing");
    }
    return value;
  }

  public int number(String name) {
    return Integer.parseInt(text(name));
  }

  public Duration seconds(String name) {
    return Duration.ofMillis(Math.round(Double.parseDouble(text(name)) * 1000));
  }

  public Path path(String name) {
    return Path.of(text(name));
  }
}
