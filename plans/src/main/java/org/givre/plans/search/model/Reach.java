package org.givre.plans.search.model;

/** What a picker can get to, as sorted indices and as flags. */
final class Reach {
  private final boolean[] dewars;
  private final boolean[] ports;

  Reach(int dewars, int ports) {
    this.dewars = new boolean[dewars];
    this.ports = new boolean[ports];
  }

  void addDewar(int index) {
    dewars[index] = true;
  }

  void addPort(int index) {
    ports[index] = true;
  }

  boolean[] dewarFlags() {
    return dewars;
  }

  boolean[] portFlags() {
    return ports;
  }

  int[] dewars() {
    return indices(dewars);
  }

  int[] ports() {
    return indices(ports);
  }

  private static int[] indices(boolean[] flags) {
    return java.util.stream.IntStream.range(0, flags.length).filter(i -> flags[i]).toArray();
  }
}
