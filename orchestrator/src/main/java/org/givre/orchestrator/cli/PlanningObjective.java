package org.givre.orchestrator.cli;

import org.givre.plans.instance.Instance;
import picocli.CommandLine.ITypeConverter;

/** What a search makes small. Its plan is judged at the instance's own prices either way. */
enum PlanningObjective {
  /** Exposure and time at the instance's prices. */
  COMPOSITE("composite", 1),

  /** Exposure; prices of time are so low that they decide between plans that are as cold. */
  EXPOSURE("exposure", 1e-3);

  private final String text;
  private final double shareOfPrices;

  PlanningObjective(String text, double shareOfPrices) {
    this.text = text;
    this.shareOfPrices = shareOfPrices;
  }

  /** The instance as a planner that pursues this is to see it. */
  Instance priced(Instance instance) {
    return instance.withPrices(instance.prices().times(shareOfPrices));
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return text;
  }

  /** Reads one from the command line. */
  static final class Word implements ITypeConverter<PlanningObjective> {
    @Override
    public PlanningObjective convert(String text) {
      return OneOf.of(values(), text);
    }
  }
}
