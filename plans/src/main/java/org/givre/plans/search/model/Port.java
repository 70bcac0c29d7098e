package org.givre.plans.search.model;

import org.givre.plans.instance.InstancePort;

/** A port where tubes leave the store. */
public final class Port {
  public final int id;
  public final int index;
  public final double x;
  public final double y;
  public final double clearSeconds;
  public final int bufferTubes;
  public final Closures closures;

  Port(InstancePort port, int index) {
    this.id = port.id();
    this.index = index;
    this.x = port.xMetres();
    this.y = port.yMetres();
    this.clearSeconds = port.clearSeconds();
    this.bufferTubes = port.bufferTubes();
    this.closures = Closures.of(port.unavailable());
  }
}
