package org.givre.bench.journal;

import java.util.Arrays;
import org.givre.bench.Arguments;

/** One measurement, in a process of its own. */
public final class TrialProcess {
  private TrialProcess() {}

  /** Measures what {@code kind=} says and prints it. */
  public static void main(String[] words) throws Exception {
    var arguments = Arguments.parse(Arrays.asList(words));
    var measured = measure(arguments);
    measured.print();
  }

  private static Measured measure(Arguments arguments) throws Exception {
    return switch (arguments.text("kind")) {
      case "closed" -> closed(arguments);
      case "open" -> new ActorTrial(arguments).open();
      case "store" -> new StoreTrial(arguments).closed();
      case "raw" -> new RawTrial(arguments).run();
      case "fill" -> new ReplayTrial(arguments).fill();
      case "replay" -> new ReplayTrial(arguments).replay();
      default -> throw new IllegalArgumentException("Unknown kind of trial");
    };
  }

  /** With the average batch, where the journal is ours. */
  private static Measured closed(Arguments arguments) throws Exception {
    var measured = new ActorTrial(arguments).closed();
    if (!arguments.text("contender").equals("givre")) {
      return measured;
    }
    var first = (long) measured.get("first");
    var last = (long) measured.get("last");
    return measured.with(
        Measured.BATCH, LedgerBlocks.averageEvents(arguments.path("dir"), first, last));
  }
}
