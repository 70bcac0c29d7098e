package org.givre.plans.instance;

/**
 * A value that an instance cannot have. The message begins with its place below whatever refuses
 * it, in the words of the exchange format, such as {@code racks[3].box_tubes[2]}.
 */
public final class RefusedValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  RefusedValue(String place, String expected, Object found) {
    super("%s: expected %s, found %s".formatted(place, expected, found));
  }
}
