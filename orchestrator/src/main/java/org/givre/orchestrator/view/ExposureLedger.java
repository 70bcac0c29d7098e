package org.givre.orchestrator.view;

import java.util.List;
import java.util.OptionalDouble;
import org.givre.orchestrator.view.ExposureInterval.Role;
import org.givre.orchestrator.view.ExposureInterval.Surroundings;

/** All the exposure that a tube has received, in the order of the journal. */
public record ExposureLedger(List<ExposureInterval> intervals) {
  public ExposureLedger {
    intervals = List.copyOf(intervals);
  }

  /** Seconds out of the dewar. */
  public double seconds() {
    return intervals.stream().mapToDouble(ExposureInterval::seconds).sum();
  }

  /** Seconds times the weight of where they were spent. */
  public double weightedSeconds() {
    return intervals.stream().mapToDouble(ExposureInterval::weightedSeconds).sum();
  }

  /** Lifts of its rack that had its box outside. */
  public long lifts() {
    return lifts(Role.TARGET) + lifts(Role.BYSTANDER);
  }

  /** Lifts of its rack that had its box outside and were for others. */
  public long asBystander() {
    return lifts(Role.BYSTANDER);
  }

  private long lifts(Role role) {
    return intervals.stream()
        .filter(i -> i.as() == role && i.surroundings() == Surroundings.RACK)
        .count();
  }

  /** The warmest that the tube may have got; empty if it never was outside. */
  public OptionalDouble peakCelsius() {
    return intervals.stream().flatMapToDouble(i -> i.peakCelsius().stream()).max();
  }
}
