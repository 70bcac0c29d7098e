package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.explain.Trials.Trial;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.PlanOp;

/** Puts a job's lifts before all others of their pickers. */
final class FirstOfAll {
  private final Catalogue catalogue;
  private final InstanceJob job;
  private final List<Integer> lifts;
  private final List<Integer> tubes;

  /**
   * For one job.
   *
   * @param lifts that pick for it
   * @param tubes that are delivered for it
   */
  FirstOfAll(Catalogue catalogue, InstanceJob job, List<Integer> lifts, Collection<Integer> tubes) {
    this.catalogue = catalogue;
    this.job = job;
    this.lifts = lifts;
    this.tubes = List.copyOf(tubes);
  }

  /** Unloaded at the stops that there are, or right after its last lift; none without tubes. */
  List<Trial> trials(Reworking plan) {
    if (tubes.isEmpty()) {
      return List.of();
    }
    var waiting = first(plan);
    var atOnce = waiting.copy();
    int place = ahead(plan).size();
    for (int picker : pickers(plan)) {
      port(plan, picker)
          .ifPresent(
              port -> atOnce.insert(place, new PlanOp.Unload(picker, 0, port.id(), List.of())));
    }
    return List.of(
        new Trial(new Change.DoneFirst(false), waiting),
        new Trial(new Change.DoneFirst(true), atOnce));
  }

  private Reworking first(Reworking plan) {
    var changed = plan.copy();
    changed.moveTo(0, ahead(plan));
    changed.hurry(tubes);
    return changed;
  }

  /** What must go back into racks still comes first: a carrier may have no room before. */
  private List<Integer> ahead(Reworking plan) {
    var pickers = pickers(plan);
    var ahead = new ArrayList<Integer>();
    for (var step : plan.steps()) {
      boolean goesBack = step.op() instanceof PlanOp.Place && pickers.contains(step.op().picker());
      if (goesBack || lifts.contains(step.number())) {
        ahead.add(step.number());
      }
    }
    return ahead;
  }

  /** Who picks for it or carries for it. */
  private SortedSet<Integer> pickers(Reworking plan) {
    var pickers = new TreeSet<Integer>();
    lifts.forEach(lift -> pickers.add(plan.lift(lift).picker()));
    tubes.forEach(tube -> catalogue.pickerOfCarried(tube).ifPresent(pickers::add));
    return pickers;
  }

  /** The nearest port, from where the picker is after the job's last lift. */
  private Optional<InstancePort> port(Reworking plan, int picker) {
    return catalogue
        .picker(picker)
        .map(Carrying::new)
        .flatMap(
            carrying -> {
              lifts.forEach(number -> follow(plan.lift(number), carrying));
              return nearest(carrying);
            });
  }

  private void follow(PlanOp.Lift lift, Carrying picker) {
    if (lift.picker() == picker.picker.id()) {
      catalogue
          .dewarOf(lift.rack())
          .ifPresent(dewar -> picker.wasAt(dewar.xMetres(), dewar.yMetres()));
    }
  }

  private Optional<InstancePort> nearest(Carrying picker) {
    return picker.picker.ports().stream()
        .filter(port -> job.port().orElse(port) == port)
        .flatMap(port -> catalogue.port(port).stream())
        .min(Comparator.comparingDouble(picker::wayTo));
  }
}
