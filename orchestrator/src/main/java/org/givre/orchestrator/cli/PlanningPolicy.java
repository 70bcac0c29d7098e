package org.givre.orchestrator.cli;

import org.givre.plans.search.PlanProgress;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.givre.plans.search.baseline.GreedyRack;
import picocli.CommandLine.ITypeConverter;

/** Who plans: ours, or one of the baselines that it is compared with. */
enum PlanningPolicy {
  WARMTH("warmth"),
  FIFO("fifo"),
  FIFO_GROUPED("fifo-grouped"),
  GREEDY_RACK("greedy-rack");

  private final String text;

  PlanningPolicy(String text) {
    this.text = text;
  }

  /** Of the baselines none has anything to tell before it has done. */
  RetrievalPlanner planner(PlanProgress progress) {
    return switch (this) {
      case WARMTH -> new WarmthPlanner(progress);
      case FIFO -> FirstComeFirstServed.oneLiftPerTube();
      case FIFO_GROUPED -> FirstComeFirstServed.oneLiftPerRackAndJob();
      case GREEDY_RACK -> new GreedyRack();
    };
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return text;
  }

  /** Reads one from the command line. */
  static final class Word implements ITypeConverter<PlanningPolicy> {
    @Override
    public PlanningPolicy convert(String text) {
      return OneOf.of(values(), text);
    }
  }
}
