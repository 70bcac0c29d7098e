package org.givre.plans.explain;

import java.util.List;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;

/** What is waited for, in words; ids as in the exchange format. */
final class WaitWords {
  private final RetrievalPlan plan;
  private final Naming naming;

  WaitWords(RetrievalPlan plan, Naming naming) {
    this.plan = plan;
    this.naming = naming;
  }

  String of(Wait wait) {
    var until = naming.at(wait.untilSeconds());
    int whose = wait.resource();
    return switch (wait.kind()) {
      case WAY -> "picker %d gets there by %s".formatted(whose, until);
      case PICKER_TAKEN ->
          "picker %d ends what it had begun and gets there by %s".formatted(whose, until);
      case PICKER_BUSY ->
          "picker %d first does %s%s, and gets there by %s"
              .formatted(whose, work(wait.operations()), jobs(wait.jobs()), until);
      case DEWAR_BUSY -> "dewar %d is taken by %s until %s".formatted(whose, before(wait), until);
      case RECOOL -> "rack %d cools again after %s until %s".formatted(whose, before(wait), until);
      case RECOOL_BEFORE ->
          "rack %d cools again from a lift before until %s".formatted(whose, until);
      case RELEASE -> "job %d may not begin before %s".formatted(whose, until);
      case PORT_BUSY -> "port %d is taken by %s until %s".formatted(whose, before(wait), until);
      case PORT_FULL -> "the buffer of port %d has no room until %s".formatted(whose, until);
      case PICKER_CLOSED -> "picker %d cannot be used until %s".formatted(whose, until);
      case DEWAR_CLOSED -> "dewar %d cannot be used until %s".formatted(whose, until);
      case PORT_CLOSED -> "port %d cannot be used until %s".formatted(whose, until);
    };
  }

  private String before(Wait wait) {
    int number = wait.operations().get(0);
    return work(plan, number) + " by picker " + plan.ops().get(number).picker();
  }

  /** Such as {@code lift 7 of rack 3}. */
  static String work(RetrievalPlan plan, int number) {
    var op = plan.ops().get(number);
    if (op instanceof PlanOp.Lift lift) {
      return "lift %d of rack %d".formatted(number, lift.rack());
    }
    return op instanceof PlanOp.Unload unload
        ? "the unloading of %d tubes at port %d".formatted(unload.tubes().size(), unload.port())
        : "the put-back into rack %d".formatted(((PlanOp.Place) op).rack());
  }

  private String work(List<Integer> numbers) {
    long lifts = numbers.stream().filter(n -> plan.ops().get(n) instanceof PlanOp.Lift).count();
    long unloads = numbers.stream().filter(n -> plan.ops().get(n) instanceof PlanOp.Unload).count();
    long places = numbers.size() - lifts - unloads;
    var parts =
        List.of(counted(places, "put-back"), counted(lifts, "lift"), counted(unloads, "unloading"))
            .stream()
            .filter(part -> !part.isEmpty())
            .toList();
    return CostWords.listed(parts);
  }

  private static String counted(long number, String what) {
    if (number == 0) {
      return "";
    }
    return number == 1 ? "1 " + what : "%d %ss".formatted(number, what);
  }

  private static String jobs(List<Integer> jobs) {
    return jobs.isEmpty() ? "" : " for " + CostWords.numbered("job", jobs);
  }
}
