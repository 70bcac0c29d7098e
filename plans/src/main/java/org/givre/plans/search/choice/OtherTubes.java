package org.givre.plans.search.choice;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.givre.plans.search.choice.Obstacles.Refusal;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Tube;

/** Why tubes of a request cannot be had, whatever their racks allow. */
final class OtherTubes {
  /** So many tubes say enough. */
  private static final int MOST_NAMED = 3;

  private final Assignment assignment;
  private final Problem problem;
  private final Demand demand;

  OtherTubes(Assignment assignment, Demand demand) {
    this.assignment = assignment;
    this.problem = assignment.problem();
    this.demand = demand;
  }

  /** Of a request that has no others: nearest is what others get, then what none has room for. */
  Refusal refusal() {
    return first("tube", this::taken)
        .or(() -> first("capacity", this::noRoom))
        .or(() -> first("reach", this::unreached))
        .orElseGet(() -> Refusal.of(demand, "tube", "all its tubes are in carriers for others"));
  }

  /** Of a request that has one more, whose rack does not allow it. */
  Refusal addTo(Refusal why) {
    var taken = reasons(this::taken);
    return taken.isEmpty() ? why : why.with(taken);
  }

  private Optional<Refusal> first(String constraint, Function<Tube, Optional<String>> why) {
    var reasons = reasons(why);
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(Refusal.of(demand, constraint, reasons));
  }

  private String reasons(Function<Tube, Optional<String>> why) {
    return Arrays.stream(demand.alternatives)
        .map(why)
        .flatMap(Optional::stream)
        .limit(MOST_NAMED)
        .collect(Collectors.joining("; "));
  }

  private Optional<String> taken(Tube tube) {
    var other = assignment.takenFor(tube);
    return other == null || !problem.reachable(demand, tube.rack)
        ? Optional.empty()
        : Optional.of(
            "tube %d goes to request %d of job %d".formatted(tube.id, other.id, other.job.id));
  }

  private Optional<String> noRoom(Tube tube) {
    return pickers().anyMatch(picker -> problem.serves(picker, demand, tube.rack))
        ? Optional.of(
            "tube %d needs a place in a carrier, and none that could take it has one"
                .formatted(tube.id))
        : Optional.empty();
  }

  private Optional<String> unreached(Tube tube) {
    int dewar = tube.rack.dewar.index;
    String place = "dewar %d, where tube %d is".formatted(tube.rack.dewar.id, tube.id);
    if (pickers().noneMatch(picker -> picker.reachesDewar[dewar])) {
      return Optional.of("no picker reaches " + place);
    }
    String both = "reaches %s, and %s".formatted(place, port());
    boolean any =
        pickers()
            .filter(picker -> picker.reachesDewar[dewar])
            .anyMatch(picker -> Problem.reachesPort(picker, demand));
    return Optional.of(
        any
            ? "job %d allows no picker that %s".formatted(demand.job.id, both)
            : "no picker " + both);
  }

  private String port() {
    int port = demand.job.port;
    return port == Job.ANY_PORT ? "a port" : "port " + problem.ports[port].id;
  }

  private Stream<Picker> pickers() {
    return Arrays.stream(problem.pickers);
  }
}
