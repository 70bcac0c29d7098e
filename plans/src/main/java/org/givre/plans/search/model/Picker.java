package org.givre.plans.search.model;

import org.givre.plans.instance.InstancePicker;

/** A robotic picker: what it reaches, carries and how fast it is. */
public final class Picker {
  private static final double SAME_PLACE_METRES = 1e-9;

  public final int id;
  public final int index;
  public final double x;
  public final double y;
  public final int carrierTubes;
  public final double availableFrom;

  /** Indices of the dewars in reach, in the order of the instance. */
  public final int[] dewars;

  /** Indices of the ports in reach. */
  public final int[] ports;

  public final boolean[] reachesDewar;
  public final boolean[] reachesPort;
  public final Closures closures;
  public final Load[] initialLoad;

  private final double speedX;
  private final double speedY;
  private final double overhead;

  Picker(InstancePicker picker, int index, double overhead, Reach reach, Load[] initialLoad) {
    this.id = picker.id();
    this.index = index;
    this.x = picker.xMetres();
    this.y = picker.yMetres();
    this.speedX = picker.xMetresPerSecond();
    this.speedY = picker.yMetresPerSecond();
    this.overhead = overhead;
    this.carrierTubes = picker.carrierTubes();
    this.availableFrom = picker.availableFromSeconds();
    this.dewars = reach.dewars();
    this.ports = reach.ports();
    this.reachesDewar = reach.dewarFlags();
    this.reachesPort = reach.portFlags();
    this.closures = Closures.of(picker.unavailable());
    this.initialLoad = initialLoad;
  }

  /** Seconds from one place to another. */
  public double travelSeconds(double fromX, double fromY, double toX, double toY) {
    double dx = Math.abs(toX - fromX);
    double dy = Math.abs(toY - fromY);
    if (dx < SAME_PLACE_METRES && dy < SAME_PLACE_METRES) {
      return 0;
    }
    return overhead + Math.max(dx / speedX, dy / speedY);
  }
}
