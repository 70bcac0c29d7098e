package org.givre.orchestrator.dispatch.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.devices.sim.LoadedTube;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.plans.store.Position;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/**
 * What happens in a run: the same for a seed in every run, though not at the same moments.
 *
 * @param speed of engine time
 * @param carrierHold how long tubes of paused jobs may stay in a carrier
 * @param longestWait of jobs that are due, for company; empty where nobody waits
 * @param coldEnd whether everything is held, and must be cold, before it is let go in the end
 */
record Script(
    long seed,
    double speed,
    Duration carrierHold,
    Optional<Duration> longestWait,
    boolean coldEnd,
    List<LoadedTube> inventory,
    List<Step> steps) {
  private static final int TUBES_PER_BOX = 4;
  private static final int COMPANY = 3;

  static Script of(long seed) {
    var chance = new Chance(seed);
    var inventory = stock();
    var speed = chance.pick(List.of(150.0, 300.0, 600.0, 2_000.0));
    var hold = Duration.ofSeconds(chance.pick(List.of(5, 60, 1_800, 1_800)));
    var coldEnd = chance.oneIn(3);
    var wait = longestWait(seed);
    var due = wait.map(on -> new Chance(~seed));
    var steps = new ScriptWriter(chance, speed, inventory, due).write();
    return new Script(seed, speed, hold, wait, coldEnd, inventory, steps);
  }

  /** Every third run lets jobs wait for company; the others are as they would be without. */
  private static Optional<Duration> longestWait(long seed) {
    var seconds = List.of(20L, 120L, 600L).get((int) (seed / COMPANY % 3));
    return seed % COMPANY == 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
  }

  /** A few tubes in every box, named by their place. */
  private static List<LoadedTube> stock() {
    var tubes = new ArrayList<LoadedTube>();
    for (var dewar : SmallStore.definition().dewars()) {
      for (var rack : dewar.racks()) {
        for (int place = 0; place < dewar.levels() * TUBES_PER_BOX; place++) {
          var level = 1 + place / TUBES_PER_BOX;
          var well = new Well(3, 1 + place % TUBES_PER_BOX);
          var barcode = "%s-%d-%d".formatted(rack, level, well.column());
          var tube = new Tube(new TubeId(barcode), new SpecimenId("S-" + barcode), "LCL", 1);
          tubes.add(new LoadedTube(tube, new Position(rack, level, well)));
        }
      }
    }
    return tubes;
  }
}
