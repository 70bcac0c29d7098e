package org.givre.plans.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.givre.plans.explain.Binding.Kind;
import org.givre.plans.instance.PlanOp;

/** Follows what an operation waits for back to the beginning of the plan. */
final class WaitChain {
  private final Comparison comparison;
  private final int job;
  private final Deque<Wait> chain = new ArrayDeque<>();

  private WaitChain(Comparison comparison, int job) {
    this.comparison = comparison;
    this.job = job;
  }

  /** What operation {@code number} waits for, the first thing first. */
  static List<Wait> of(Comparison comparison, int job, int number) {
    var chain = new WaitChain(comparison, job);
    var next = OptionalInt.of(number);
    while (next.isPresent()) {
      next = chain.back(next.getAsInt());
    }
    return List.copyOf(chain.chain);
  }

  /** Adds what an operation waits for; the operation to go on with. */
  private OptionalInt back(int number) {
    var binding = comparison.timed(number).binding();
    if (binding.after().isEmpty()) {
      var now = comparison.catalogue().instance().nowSeconds();
      add(binding, Math.min(now, binding.untilSeconds()), List.of());
      return OptionalInt.empty();
    }
    var done =
        binding.kind() == Kind.PICKER_BUSY ? round(number) : List.of(binding.after().getAsInt());
    var first = comparison.timed(done.get(0));
    add(binding, first.startSeconds(), done);
    return OptionalInt.of(first.number());
  }

  /** What a picker does before, one thing right after the other. */
  private List<Integer> round(int number) {
    var round = new ArrayDeque<Integer>();
    var binding = comparison.timed(number).binding();
    while (binding.kind() == Kind.PICKER_BUSY) {
      round.addFirst(binding.after().orElseThrow());
      binding = comparison.timed(round.getFirst()).binding();
    }
    return List.copyOf(round);
  }

  private void add(Binding binding, double from, List<Integer> operations) {
    chain.addFirst(
        new Wait(
            binding.kind(),
            binding.resource(),
            from,
            binding.untilSeconds(),
            operations,
            jobs(operations)));
  }

  private List<Integer> jobs(Collection<Integer> operations) {
    var jobs = new TreeSet<Integer>();
    for (int number : operations) {
      requests(comparison.timed(number).step().op())
          .flatMap(request -> comparison.catalogue().jobOf(request).stream())
          .forEach(other -> jobs.add(other.id()));
    }
    jobs.remove(job);
    return new ArrayList<>(jobs);
  }

  /** Requests that an operation picks for. */
  private static Stream<Integer> requests(PlanOp op) {
    return op instanceof PlanOp.Lift lift
        ? lift.picks().stream().map(pick -> pick.request())
        : Stream.empty();
  }
}
