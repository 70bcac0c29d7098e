package org.givre.plans.instance;

/**
 * How much a second in an environment weighs against a second above a dewar of lift weight 1. Set
 * by the site; an assumption until measured.
 */
public record Weights(double transfer, double carrier, double port) {
  /** What the format says where an instance is silent. */
  public static final Weights DEFAULT = new Weights(1.0, 0.02, 0.2);

  public Weights {
    Values.atLeastZero("transfer", transfer);
    Values.atLeastZero("carrier", carrier);
    Values.atLeastZero("port", port);
  }
}
