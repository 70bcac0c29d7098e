package org.givre.plans.instance;

import java.util.List;

/**
 * A port where tubes leave the store.
 *
 * @param clearSeconds how long a batch stays in the buffer after its unload has ended
 */
public record InstancePort(
    int id,
    double xMetres,
    double yMetres,
    double clearSeconds,
    int bufferTubes,
    List<Window> unavailable) {
  public InstancePort {
    Values.finite("x_m", xMetres);
    Values.finite("y_m", yMetres);
    Values.atLeastZero("clear_s", clearSeconds);
    Values.atLeast("buffer_capacity_tubes", 1, bufferTubes);
    unavailable = List.copyOf(unavailable);
  }
}
